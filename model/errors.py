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

import errno


class ModelError(Exception):
    """Something that the user must know; `str(error)` is the whole message in Swedish."""


_SYSTEM_REASONS = {
    errno.EACCES: "behörighet saknas",
    errno.EPERM: "behörighet saknas",
    errno.ENOENT: "filen eller mappen finns inte",
    errno.ENOTDIR: "en del av sökvägen är ingen mapp",
    errno.EISDIR: "det är en mapp",
    errno.EEXIST: "namnet är redan taget",
    errno.EROFS: "disken är skrivskyddad",
    errno.ENOSPC: "utrymmet är slut",
    getattr(errno, "EDQUOT", errno.ENOSPC): "utrymmet är slut",
    errno.EFBIG: "filen är för stor",
    errno.EBUSY: "den används av ett annat program",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ELOOP: "länkar pekar runt till varandra",
    errno.EMFILE: "för många filer är öppna",
    errno.EIO: "disken svarar inte som den ska",
    errno.ETIMEDOUT: "svaret dröjde för länge",
}


def system_reason(error: OSError) -> str:
    """What the operating system refused, in Swedish; the code's name where it is a rare one."""
    if error.errno in _SYSTEM_REASONS:
        return _SYSTEM_REASONS[error.errno]
    name = errno.errorcode.get(error.errno, "") if error.errno is not None else ""
    return f"felkod {name or error.errno or type(error).__name__}"
