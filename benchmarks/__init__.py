"""How fast the program is, measured against a bare Textual app in the same run."""
