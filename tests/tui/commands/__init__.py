"""Every command, end to end on a real home."""
