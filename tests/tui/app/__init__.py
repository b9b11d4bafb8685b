"""Stories of a unit manager at the screen."""
