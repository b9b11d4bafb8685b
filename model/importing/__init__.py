"""What the rows of a spreadsheet mean, and what taking them in would do to the plan."""
