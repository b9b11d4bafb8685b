"""Swedish as people type and read it: dates, numbers, order, search, and what a text gives away.

Every module here is pure and uses the standard library only, so that a first screen can use it
before anything heavy is loaded.
"""
