"""Control sequences: where one is cut off, and what a terminal answers to those that ask."""

import re

_CUT_OFF = re.compile(rb"\x1b(?:[PX^_\]][^\x07\x1b]*\x1b?|\[[0-?]*[ -/]*)?\Z")
_QUERY = re.compile(
    rb"\x1b\[(?P<csi>[0-?]*[ -/]*[cnptq])"
    rb"|\x1b\](?P<colour>10|11|12|4;\d+);\?(?:\x07|\x1b\\)"
)
_MODE = re.compile(rb"\?(\d+)\$p\Z")

SYNCHRONIZED = 2026
"""The mode in which a terminal holds back a frame until it is whole."""


def split_cut_off(data: bytes) -> tuple[bytes, bytes]:
    """What is whole, and the control sequence at the end whose rest is still to come."""
    if (cut := _CUT_OFF.search(data)) is None:
        return data, b""
    return data[: cut.start()], data[cut.start() :]


class Answers:
    """Answers a program's questions as xterm would, at once and always the same.

    Device attributes, status, modes (only synchronized output is known), sizes and colours are
    answered; the kitty keyboard query is not, as on xterm.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self._rest = b""
        self._fixed = {
            b"c": b"\x1b[?62;22c",
            b"0c": b"\x1b[?62;22c",
            b">c": b"\x1b[>41;390;0c",
            b">0c": b"\x1b[>41;390;0c",
            b"5n": b"\x1b[0n",
            b"6n": b"\x1b[1;1R",
            b">q": b"\x1bP>|XTerm(390)\x1b\\",
            b">0q": b"\x1bP>|XTerm(390)\x1b\\",
            b"14t": b"\x1b[4;%d;%dt" % (rows * 20, columns * 10),
            b"16t": b"\x1b[6;20;10t",
            b"18t": b"\x1b[8;%d;%dt" % (rows, columns),
        }

    def to(self, data: bytes) -> bytes:
        """What to send back for these bytes, which go on where the last ones ended."""
        whole, self._rest = split_cut_off(self._rest + data)
        return b"".join(self._one(query) for query in _QUERY.finditer(whole))

    def _one(self, query: re.Match[bytes]) -> bytes:
        if (colour := query["colour"]) is not None:
            value = b"0000/0000/0000" if colour == b"11" else b"ffff/ffff/ffff"
            return b"\x1b]" + colour + b";rgb:" + value + b"\x1b\\"
        if (mode := _MODE.match(query["csi"])) is not None:
            known = 2 if int(mode[1]) == SYNCHRONIZED else 0
            return b"\x1b[?%s;%d$y" % (mode[1], known)
        return self._fixed.get(query["csi"], b"")
