"""The local database: the journal that is kept for good, and tables that are derived from it."""
