"""A share that is a folder: on a file server, in a synced library, or on a stick."""
