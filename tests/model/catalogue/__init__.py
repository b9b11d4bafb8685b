"""The goal catalogue: reading, stamped export and three-way import."""
