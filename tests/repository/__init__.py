"""The house rules and the two commands of the README, stated as tests."""
