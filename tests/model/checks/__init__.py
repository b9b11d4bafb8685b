"""Tests of what the checks find, and of what they leave in peace."""
