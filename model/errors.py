"""The root of all errors that the model raises.

    ModelError
    ├── JournalError      a line cannot be read or written       (model.journal)
    ├── StoreError        the local database refuses              (model.store)
    ├── RuleError         a rule of the plan refuses an edit      (model.plan)
    ├── CatalogueError    a goal catalogue cannot be used         (model.catalogue)
    └── …                 single errors beside the function that raises them

Every message is Swedish and says what happened, what is safe, and what to do.
"""

from __future__ import annotations


class ModelError(Exception):
    """Something that the user must know; `str(error)` is the whole message in Swedish."""
