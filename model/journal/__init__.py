"""The journal: changes named by their hash, their clock, and the pure fold into rows."""
