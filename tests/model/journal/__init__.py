"""The journal: changes, their clock, and the fold."""
