"""Units and the centre work apart and meet on a share, whatever happens to it."""
