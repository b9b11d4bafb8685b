"""A share that is a database, SQLite or PostgreSQL; it holds the same segments, as rows."""
