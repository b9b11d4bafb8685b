"""A home folder of its own for every run: a copy of one that was prepared beforehand."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from benchmarks.keyboard import bytes_of
from benchmarks.subject import HOME, Subject
from benchmarks.terminal import Terminal


def clean_environment(home: Path, more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a fresh xterm session in this home, and `more` on top of it."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_STATE_HOME": str(home / ".local/state"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    } | {name: value.replace(HOME, str(home)) for name, value in more.items()}


class Homes:
    """Prepares a subject's home once and gives every run a fresh copy, always at the same path."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, subject: Subject) -> Path:
        """Where the subject's home is, run after run."""
        return self.root / "homes" / subject.name

    def command(self, subject: Subject, command: tuple[str, ...]) -> list[str]:
        """The command with the home's path in it."""
        return [part.replace(HOME, str(self.path(subject))) for part in command]

    def environment(self, subject: Subject) -> dict[str, str]:
        """The subject's environment in its home."""
        return clean_environment(self.path(subject), subject.environment)

    def launch(self, subject: Subject) -> Terminal:
        """Start the subject in the home as it is now."""
        command = self.command(subject, subject.command)
        return Terminal(command, self.environment(subject), self.path(subject))

    def fresh(self, subject: Subject) -> None:
        """Put the prepared home in place of what the last run left."""
        template = self.root / "templates" / subject.name
        home = self.path(subject)
        if not template.exists():
            self._prepare(subject)
            shutil.copytree(home, template, symlinks=True)
        shutil.rmtree(home)
        shutil.copytree(template, home, symlinks=True)

    def _prepare(self, subject: Subject) -> None:
        """Set the home up, and start the app once so that byte code and caches are there.

        Raises CalledProcessError with what a set-up command said.
        """
        home = self.path(subject)
        home.mkdir(parents=True)
        for command in subject.setup:
            subprocess.run(
                self.command(subject, command),
                env=self.environment(subject),
                cwd=home,
                check=True,
                capture_output=True,
            )
        if subject.fill is not None:
            subject.fill(home)
        with self.launch(subject) as terminal:
            terminal.read_until_quiet(1.0, 30.0)
            if not terminal.ended:
                terminal.write(bytes_of(subject.quit_key))
                terminal.read_until_quiet(3.0, 10.0)
