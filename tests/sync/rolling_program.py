"""A meeting program that rolls up and removes at once: `python -m … HOME SHARE ROUNDS`.

What otherwise takes a week happens between two exchanges, so that readers meet it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sync import rolling
from tests.sync.meeting_program import meet

if __name__ == "__main__":
    rolling.PARTS = 2
    rolling.KEPT_SECONDS = 0.0
    meet(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
