"""The example municipality: a catalogue to start from, ready-made ideas, and a year to look at."""
