"""The example: what it holds, and that it is the same each time."""
