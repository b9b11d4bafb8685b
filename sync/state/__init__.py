"""What this home knows of shares, in tables beside the journal; nothing of it travels.

Without it everything on a share is read once more and what was written here is published again
under another writer, which changes nothing for anyone but the locks of a home without any share:
those name positions that are known here alone. So these outlive a change of the tables' format.
"""
