"""The bytes that xterm sends for a key."""

_NAMED = {
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "delete": b"\x1b[3~",
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "backspace": b"\x7f",
    "space": b" ",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    "f9": b"\x1b[20~",
    "f10": b"\x1b[21~",
}


def bytes_of(key: str) -> bytes:
    """The bytes of one key: a character, a name such as `down`, or `ctrl+` and a letter.

    Raises ValueError for a key that is not known.
    """
    if key in _NAMED:
        return _NAMED[key]
    prefix, plus, letter = key.partition("+")
    if plus and prefix == "ctrl" and len(letter) == 1 and letter.isascii() and letter.isalpha():
        return bytes([ord(letter.upper()) - 64])
    if len(key) == 1:
        return key.encode("utf-8")
    raise ValueError(f"no such key: {key!r}")
