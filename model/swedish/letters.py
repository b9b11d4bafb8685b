"""Letters compared as a Swedish reader does: é is an e, but å, ä and ö are letters of their own."""

from __future__ import annotations

import unicodedata

_LIKE = {"å": "å", "ä": "ä", "ö": "ö", "æ": "ä", "ø": "ö", "đ": "d", "ð": "d", "ł": "l", "þ": "th"}
_OWN = frozenset("åäö")
_UNSEEN = frozenset({"Mn", "Me", "Cf"})


class _FoldedLetters(dict[int, str]):
    """Remembers what each code point folds to, so that a text is folded at the speed of C."""

    def __missing__(self, code: int) -> str:
        folded = _fold_letter(chr(code))
        self[code] = folded
        return folded


def _fold_letter(letter: str) -> str:
    """One letter of a composed, case-folded text without its accents."""
    if letter in _LIKE:
        return _LIKE[letter]
    category = unicodedata.category(letter)
    if category in _UNSEEN:
        return ""
    if category == "Zs":
        return " "
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) == 1:
        return parts
    own = unicodedata.normalize("NFC", parts[:2])
    return own if own in _OWN else "".join(map(_fold_letter, parts))


_FOLDED = _FoldedLetters()


def fold(text: str) -> str:
    """The text in lower case without accents, except those of å, ä and ö.

    Danish and Norwegian æ and ø become ä and ö; every kind of space becomes a plain one; soft
    hyphens and other invisible characters go. Folding twice gives the same as folding once.
    """
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFC", text).casefold()
    return unicodedata.normalize("NFC", composed).translate(_FOLDED)


def without_rings_and_dots(text: str) -> str:
    """A folded text as it is typed on a keyboard without å, ä and ö, for guessing only."""
    return text.translate(_BARE)


_BARE = str.maketrans("åäö", "aao")
