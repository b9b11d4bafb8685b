"""Pass the tests: `python3 test.py`, then anything that pytest takes, such as `-k calendar`.

The first time, and when the packages they need have changed, the environment is made first.
"""

import os
import shutil
import sys

import environment

IN_MEMORY = "/dev/shm"  # noqa: S108  pytest makes a folder of its own there, for its user alone
ROOM_WANTED = 2 * 1024**3  # four times what the homes and shares of all tests take


def has_room_in_memory() -> bool:
    """Whether the tests' files can lie in memory, so that no test waits for a disk."""
    try:
        return os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ROOM_WANTED
    except OSError:
        return False


if __name__ == "__main__":
    place = environment.here()
    place.prepare({"dev"})
    os.chdir(place.root)
    os.environ["PYTHONWARNDEFAULTENCODING"] = "1"  # a text opened without encoding is a failure
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or each program of a test compiles anew
    if has_room_in_memory():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", IN_MEMORY)
    workers = max(2, min(4, os.cpu_count() or 2))
    sys.exit(place.start("-m", "pytest", "-n", str(workers), *sys.argv[1:]))
