"""Setting a home up, and setting it up again."""
