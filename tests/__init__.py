"""What the program promises, stated as tests."""
