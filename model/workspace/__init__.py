"""The only way to write: an edit is checked, recorded in the journal, folded and kept."""
