"""The slow half of the environment: one process at a time makes it and installs into it."""

import importlib.util
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from environment import HALF_MADE, Environment

NO_VENV = """\
This Python cannot make environments: its module {module} is missing.
  Debian, Ubuntu:  sudo apt install python3-venv
Then run the same command again.

Den här Python-installationen kan inte skapa miljöer: modulen {module} saknas.
  Debian, Ubuntu:  sudo apt install python3-venv
Kör sedan samma kommando igen."""

NOT_INSTALLED = """\
The packages could not be installed; the reason is above. Is there a network?
Your plans are not touched. Run the same command again to go on.

Paketen gick inte att installera; orsaken står ovanför. Finns det nätverk?
Dina planer är orörda. Kör samma kommando igen för att fortsätta."""

NO_FOLDER = """\
The environment could not be made in {folder}; the reason is above.
Is the disk full, or the folder read-only?

Miljön gick inte att skapa i {folder}; orsaken står ovanför.
Är disken full, eller mappen skrivskyddad?"""

FOREIGN = """\
{folder}
was made by something else and cannot be used: it needs Python 3.11 or newer, with pip.
Move or remove it, and run the same command again.

{folder}
är skapad av något annat och går inte att använda: Python 3.11 eller nyare behövs, med pip.
Flytta eller ta bort den och kör samma kommando igen."""


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Wait for one's turn; the system gives the turn back when a process ends, however it ends."""
    with lock.open("a+b") as file:
        if not has_turn(file):
            say("Waiting for another start of tertial. / Väntar på en annan start av tertial.")
            while not has_turn(file):
                time.sleep(0.2)
        yield


def has_turn(file: BinaryIO) -> bool:
    """Try to take the lock; the modules differ between systems and are missing on the other."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def make(environment: Environment, extras: set[str]) -> None:
    """Make the folder if it is missing or half-made, then install what is asked for into it.

    Extras that were there before are kept, so that running the program does not undo a
    developer's environment.

    Raises:
        SystemExit: with a message in English and Swedish.
    """
    extras = extras | environment.installed_extras()
    rebuild = environment.next_step(extras) == "rebuild"
    if rebuild:
        _refuse_without_venv()
    elif not _has_pip(environment):
        sys.exit(FOREIGN.format(folder=environment.folder))
    say("Preparing tertial: a minute, this time only. / Förbereder tertial: en minut, bara nu.")
    if rebuild:
        _make_folder(environment)
    environment.write_stamp(HALF_MADE, *sorted(extras))
    if subprocess.call(install_command(environment, extras)) != 0:
        _forget_failure(environment, rebuild=rebuild)
        sys.exit(NOT_INSTALLED)
    environment.write_stamp(environment.fingerprint(), *sorted(extras))


def install_command(environment: Environment, extras: set[str]) -> list[str]:
    """The pip command: this checkout, editable, with the versions of `constraints.txt`."""
    wanted = f"{environment.root}[{','.join(sorted(extras))}]" if extras else str(environment.root)
    constraints = str(environment.root / "constraints.txt")
    options = ["--quiet", "--disable-pip-version-check", "--no-input"]
    pip = [str(environment.python), "-m", "pip", "install", *options]
    return [*pip, "--constraint", constraints, "--editable", wanted]


def missing_module() -> str | None:
    """The module that this Python lacks for making environments, if any."""
    for name in ("venv", "ensurepip"):
        if importlib.util.find_spec(name) is None:
            return name
    return None


def say(message: str) -> None:
    """Tell the person at the keyboard, beside what the program itself prints."""
    print(message, file=sys.stderr, flush=True)


def _refuse_without_venv() -> None:
    module = missing_module()
    if module is not None:
        sys.exit(NO_VENV.format(module=module))


def _make_folder(environment: Environment) -> None:
    try:
        if environment.folder.exists():
            shutil.rmtree(environment.folder)
        environment.folder.mkdir()
        environment.write_stamp(HALF_MADE)
    except OSError as error:
        say(str(error))
        sys.exit(NO_FOLDER.format(folder=environment.folder))
    outside = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.call([outside, "-m", "venv", str(environment.folder)]) != 0:
        sys.exit(NO_FOLDER.format(folder=environment.folder))


def _has_pip(environment: Environment) -> bool:
    """Whether a folder that stands can be installed into; one made without pip is given pip."""
    python = str(environment.python)
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    if subprocess.call([python, "-c", check], stderr=subprocess.DEVNULL) == 0:
        return True
    fetched = subprocess.call([python, "-m", "ensurepip"], stdout=subprocess.DEVNULL)
    return fetched == 0 and subprocess.call([python, "-c", check]) == 0


def _forget_failure(environment: Environment, *, rebuild: bool) -> None:
    """After a clean refusal, such as no network, an old folder is kept and tried again."""
    if not rebuild:
        environment.stamp.unlink(missing_ok=True)
