"""Spreadsheets that people bring: workbooks and delimited text, read into tables of rows."""
