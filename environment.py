"""The program's own Python environment: make it, keep it up to date, start a program in it.

Standard library only, since nothing is installed when it runs, and no syntax newer than
Python 3.6, so that an old Python can say that it is too old.
"""

import contextlib
import hashlib
import os
import sys
from pathlib import Path

OLDEST = (3, 11)
HALF_MADE = "half-made"

if sys.version_info < OLDEST:
    this = f"{sys.version_info[0]}.{sys.version_info[1]}, {sys.executable}"
    sys.exit(
        f"tertial needs Python 3.11 or newer. This is Python {this}\n"
        f"tertial behöver Python 3.11 eller nyare. Det här är Python {this}"
    )


class Environment:
    """The folder `.venv` of one checkout, with the packages that `pyproject.toml` asks for.

    A stamp in it says what it was made from. While something is being installed the stamp says
    `half-made`, so whoever comes after a crash or a power cut makes the folder anew.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.stamp = self.folder / "tertial-stamp"
        inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        self.python = self.folder / inside

    def fingerprint(self) -> str:
        """What the environment depends on, hashed: wishes, versions, place and interpreter."""
        found = hashlib.sha256()
        for name in ("pyproject.toml", "constraints.txt"):
            found.update((self.root / name).read_bytes() + b"\0")
        found.update(os.fsencode(self.root) + b"\0" + os.fsencode(self.python.resolve()))
        return found.hexdigest()

    def installed_extras(self) -> "set[str]":
        """The extras that the stamp names, whether or not it is still valid."""
        return set(self._stamp_lines()[1:])

    def next_step(self, extras: "set[str]") -> str:
        """`start` if all is in place, `update` to install into the folder, `rebuild` to make it."""
        lines = self._stamp_lines()
        if lines[:1] == [HALF_MADE] or not self.python.exists():
            return "rebuild"
        if lines[:1] == [self.fingerprint()] and extras <= self.installed_extras():
            return "start"
        return "update"

    def prepare(self, extras: "set[str]") -> None:
        """Do what is missing, one process at a time; ends the program with a message if it cannot.

        Raises:
            SystemExit: what is wrong with this Python, or that the packages could not be had.
        """
        if self.next_step(extras) == "start":
            return
        import environment_setup

        try:
            with environment_setup.only_one(self.root / ".venv.lock"):
                if self.next_step(extras) != "start":
                    environment_setup.make(self, extras)
        except KeyboardInterrupt:
            sys.exit("Interrupted: the next run goes on. / Avbrutet: nästa körning fortsätter.")

    def write_stamp(self, *lines: str) -> None:
        """Replace the stamp in one step."""
        fresh = self.stamp.with_suffix(".tmp")
        fresh.write_text("\n".join(lines) + "\n", encoding="utf-8")
        fresh.replace(self.stamp)

    def start(self, *arguments: str) -> int:
        """Let the environment's Python take over this process; gives its exit code on Windows."""
        command = [str(self.python), "-P", *arguments]
        if os.name != "nt":
            sys.stdout.flush()
            sys.stderr.flush()
            os.execv(command[0], command)  # noqa: S606  no shell is wanted
        import subprocess

        process = subprocess.Popen(command)
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # the program got it too, and decides
                return process.wait()

    def _stamp_lines(self) -> "list[str]":
        try:
            return self.stamp.read_text(encoding="utf-8").split()
        except (OSError, UnicodeDecodeError):
            return []


def here() -> Environment:
    """The environment of the checkout that this file lies in."""
    return Environment(Path(__file__).resolve().parent)


def extras_for(words: "list[str]") -> "set[str]":
    """The extras that a command line needs: whoever names a PostgreSQL database needs a driver."""
    return {"postgres"} if any("postgresql:" in word for word in words) else set()
