"""Tests of how Swedish is read and written."""
