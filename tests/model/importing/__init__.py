"""Stories of spreadsheets: what their rows mean, and what taking them in does."""
