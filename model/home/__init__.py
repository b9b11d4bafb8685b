"""This device: where its files are, and who uses it."""
