"""`python3 run.py` and `python3 test.py` make what they need, whatever happened the last time."""

import ast
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import environment_setup
from environment import HALF_MADE, Environment, extras_for
from tests.repository.tree import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Environment:
    """A fresh checkout, in a folder with a space and Swedish letters in its name."""
    root = tmp_path / "min åäö mapp"
    root.mkdir()
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (root / "constraints.txt").write_text("click==8\n", encoding="utf-8")
    return Environment(root)


class Machine:
    """Stands in for the programs that are called: makes the folder, counts, fails when told to."""

    def __init__(self, checkout: Environment) -> None:
        self.checkout = checkout
        self.calls: list[list[str]] = []
        self.fails_at = ""
        self.is_cut_at = ""

    def call(self, command: list[str], **_streams: object) -> int:
        """Do as `subprocess.call`."""
        self.calls.append(command)
        if self.is_cut_at and self.is_cut_at in command:
            raise KeyboardInterrupt
        if self.fails_at and self.fails_at in command:
            return 1
        if "venv" in command:
            self.checkout.python.parent.mkdir(parents=True)
            self.checkout.python.touch()
        return 0

    def count(self, word: str) -> int:
        """How many commands had this word."""
        return sum(word in command for command in self.calls)


@pytest.fixture
def machine(checkout: Environment, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """No program is really started."""
    machine = Machine(checkout)
    monkeypatch.setattr(subprocess, "call", machine.call)
    return machine


def test_a_fresh_machine_gets_an_environment_once(checkout: Environment, machine: Machine) -> None:
    """The first start makes and installs; the second starts at once."""
    checkout.prepare(set())
    assert (machine.count("venv"), machine.count("install")) == (1, 1)
    checkout.prepare(set())
    assert len(machine.calls) == 2


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_new_version_updates_what_is_there(
    checkout: Environment, machine: Machine, name: str
) -> None:
    """After an update of the program, only what has changed is installed."""
    checkout.prepare(set())
    (checkout.root / name).write_text("changed\n", encoding="utf-8")
    assert checkout.next_step(set()) == "update"
    checkout.prepare(set())
    assert (machine.count("venv"), machine.count("install")) == (1, 2)
    assert checkout.next_step(set()) == "start"


def test_a_moved_checkout_is_installed_again(checkout: Environment, machine: Machine) -> None:
    """The environment holds its own address, so a moved or copied folder is not trusted."""
    checkout.prepare(set())
    moved = Environment(checkout.root.rename(checkout.root.with_name("flyttad")))
    assert moved.next_step(set()) == "update"


def test_the_tests_add_their_tools_and_the_program_keeps_them(
    checkout: Environment, machine: Machine
) -> None:
    """A developer can alternate between the two commands without installing each time."""
    checkout.prepare(set())
    checkout.prepare({"dev"})
    assert machine.calls[-1][-1].endswith("[dev]")
    checkout.prepare(set())
    assert machine.count("install") == 2
    (checkout.root / "constraints.txt").write_text("click==9\n", encoding="utf-8")
    checkout.prepare(set())
    assert checkout.next_step({"dev"}) == "start"


@pytest.mark.parametrize("moment", ["venv", "install"])
def test_an_interrupted_first_start_is_healed_by_the_next(
    checkout: Environment, machine: Machine, moment: str
) -> None:
    """Ctrl+C, a crash or a power cut leaves a half-made folder; the next start makes it anew."""
    machine.is_cut_at = moment
    with pytest.raises(SystemExit, match="nästa körning"):
        checkout.prepare(set())
    leftover = checkout.folder / "half a package"
    leftover.touch()
    assert checkout.next_step(set()) == "rebuild"
    machine.is_cut_at = ""
    checkout.prepare(set())
    assert checkout.next_step(set()) == "start"
    assert not leftover.exists()


def test_without_network_the_old_environment_stays(checkout: Environment, machine: Machine) -> None:
    """A refused update says so, and is tried again; it does not throw away what there was."""
    checkout.prepare(set())
    (checkout.root / "constraints.txt").write_text("click==9\n", encoding="utf-8")
    machine.fails_at = "install"
    with pytest.raises(SystemExit, match="Finns det nätverk"):
        checkout.prepare(set())
    assert checkout.python.exists()
    assert checkout.next_step(set()) == "update"


def test_a_vanished_python_means_a_new_environment(checkout: Environment, machine: Machine) -> None:
    """When the system's Python is replaced, the environment points to nothing and is made anew."""
    checkout.prepare(set())
    checkout.python.unlink()
    assert checkout.next_step(set()) == "rebuild"


def test_somebody_elses_environment_is_never_removed(
    checkout: Environment, machine: Machine
) -> None:
    """A `.venv` made by another tool is used if it can be, else left alone with a message."""
    checkout.python.parent.mkdir(parents=True)
    checkout.python.touch()
    machine.fails_at = "-c"
    with pytest.raises(SystemExit, match="skapad av något annat"):
        checkout.prepare(set())
    assert checkout.python.exists()
    machine.fails_at = ""
    checkout.prepare(set())
    assert machine.count("venv") == 0


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(
    checkout: Environment, machine: Machine, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """Debian and Ubuntu ship Python without it: nothing is left half-made."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(SystemExit, match=f"(?s){module} is missing.*python3-venv.*{module} saknas"):
        checkout.prepare(set())
    assert not checkout.folder.exists()
    assert not machine.calls


def test_a_full_disk_is_said_in_plain_words(
    checkout: Environment, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    """The system's own reason comes first, then what to look for."""
    checkout.folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(SystemExit, match="skrivskyddad"):
        checkout.prepare(set())
    assert str(checkout.folder) in capsys.readouterr().err


def test_two_starts_at_once_install_once(checkout: Environment, machine: Machine) -> None:
    """The second waits for the first and then finds everything in place."""
    starts = [threading.Thread(target=checkout.prepare, args=(set(),)) for _ in range(4)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert (machine.count("venv"), machine.count("install")) == (1, 1)


def test_a_killed_start_does_not_block_the_next(tmp_path: Path) -> None:
    """The system gives the turn back when its holder dies."""
    lock = tmp_path / "lock"
    hold = "import sys; from pathlib import Path; import environment_setup as e\n"
    hold += "with e.only_one(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", hold, str(lock)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with lock.open("a+b") as file:
            assert not environment_setup.has_turn(file)
        holder.kill()
    with environment_setup.only_one(lock):
        pass


def test_the_stamp_survives_rubbish(checkout: Environment) -> None:
    """A stamp that cannot be read counts as none."""
    checkout.python.parent.mkdir(parents=True)
    checkout.python.touch()
    checkout.stamp.write_bytes(b"\xff\xfe\x00")
    assert checkout.next_step(set()) == "update"
    checkout.write_stamp(HALF_MADE)
    assert checkout.next_step(set()) == "rebuild"


def test_pip_gets_the_tried_versions(checkout: Environment) -> None:
    """Constraints and folder are whole arguments, spaces and all."""
    command = environment_setup.install_command(checkout, {"dev"})
    assert command[0] == str(checkout.python)
    assert command[-4:] == [
        "--constraint",
        str(checkout.root / "constraints.txt"),
        "--editable",
        f"{checkout.root}[dev]",
    ]


@pytest.mark.parametrize("name", ["run.py", "test.py", "environment.py"])
def test_an_old_python_can_read_far_enough_to_say_that_it_is_old(name: str) -> None:
    """The commands parse on Python 3.6, and the check comes before anything newer is used."""
    source = (ROOT / name).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    assert "environment_setup" not in "".join(
        line for line in source.splitlines() if line.startswith(("import ", "from "))
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no exec; a child is waited for")
def test_starting_hands_over_to_the_environments_own_python(
    checkout: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder that the person stands in is not searched for modules."""

    def hand_over(path: str, command: list[str]) -> None:
        raise SystemExit("\n".join([path, *command]))

    monkeypatch.setattr("os.execv", hand_over)
    with pytest.raises(SystemExit) as taken:
        checkout.start("-m", "tui", "demo")
    python = str(checkout.python)
    assert taken.value.code == f"{python}\n{python}\n-P\n-m\ntui\ndemo"


def test_whoever_names_a_postgresql_database_gets_its_driver() -> None:
    """Nobody has to know that there is an extra to install."""
    address = "postgresql://kosten@db/plan"
    assert extras_for(["setup", "--share", address]) == {"postgres"}
    assert extras_for(["sync", f"--share={address}"]) == {"postgres"}
    assert extras_for(["demo"]) == set()
