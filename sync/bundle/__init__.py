"""A bundle: one file with everything that a home may pass on, for mail or a stick."""
