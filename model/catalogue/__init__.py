"""The goal catalogue: the commented TOML file that the centre edits, in and out of the journal."""
