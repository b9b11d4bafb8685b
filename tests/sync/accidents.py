"""What sync clients, people and file servers do to the files of a share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from model.plan.identifiers import CENTRAL
from tests.sync.homes import KITCHEN, SHARE
from tests.sync.watched_files import WatchedFiles


class Accidents:
    """Accidents to files that are picked."""

    pick: Callable[[int], int]
    files: WatchedFiles
    hidden: dict[Path, bytes]

    def _forget_what_no_disk_has(self) -> None:
        """Whoever removed the last copy of something has lost it."""
        raise NotImplementedError

    def _files(self) -> list[Path]:
        return sorted(path for path in self.files.content if path.suffix == ".seg")

    def _one_file(self) -> Path | None:
        files = self._files()
        return files[self.pick(len(files))] if files else None

    def truncate(self) -> None:
        """A file on the share is cut short for good, as often as not one that was rolled up."""
        large = [path for path in self._files() if "-1-1-" not in path.name]
        path = large[self.pick(len(large))] if large and self.pick(2) else self._one_file()
        if path is not None:
            content = self.files.content[path]
            self.files.content[path] = content[: self.pick(len(content) + 1) // 2]
            self._forget_what_no_disk_has()

    def hide(self) -> None:
        """A sync client takes a file away; it may come back."""
        path = self._one_file()
        if path is not None:
            self.hidden[path] = self.files.content.pop(path)
            self._forget_what_no_disk_has()

    def show_again(self) -> None:
        """The files that were away come back, unless others have taken their places."""
        for path, content in self.hidden.items():
            self.files.content.setdefault(path, content)
        self.hidden.clear()

    def rename(self) -> None:
        """A sync client gives a file another name, or the name of another."""
        path = self._one_file()
        if path is not None:
            other = self._one_file()
            name = f"{path.stem} (1).seg"
            if other is not None and self.pick(2):
                name = other.name.replace("-1-", "-2-", 1)
            target = path.with_name(name)
            if target not in self.files.content:
                self.files.content[target] = self.files.content.pop(path)
                self._forget_what_no_disk_has()

    def duplicate(self) -> None:
        """A sync client makes a copy under its own kind of name, also in the other folder."""
        path = self._one_file()
        if path is not None:
            twin = path.with_name(f"{path.stem}-LAPTOP.seg")
            self.files.content[twin] = self.files.content[path]
            elsewhere = SHARE / (CENTRAL if path.parent.name == KITCHEN else KITCHEN)
            if elsewhere in self.files.folders:
                self.files.content.setdefault(elsewhere / path.name, self.files.content[path])
