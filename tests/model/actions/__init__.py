"""Tests of what a person can do to a plan."""
