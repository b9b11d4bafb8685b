"""Spreadsheet files, read."""
