"""A program and its children as Linux sees them: memory, processor time, what is loaded."""

import os
import re
from pathlib import Path

_PROC = Path("/proc")
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


def members(pid: int) -> list[int]:
    """The process and all its living descendants; none if it has gone."""
    found = []
    waiting = [pid]
    while waiting:
        one = waiting.pop()
        try:
            lists = [
                task.read_text(encoding="ascii") for task in _PROC.glob(f"{one}/task/*/children")
            ]
        except OSError:
            continue
        if lists:
            found.append(one)
            waiting += [int(child) for listed in lists for child in listed.split()]
    return found


def peak_memory(pid: int) -> float:
    """MiB: the peak resident sizes (VmHWM) of the process and its living descendants, added."""
    kilobytes = 0
    for one in members(pid):
        if (peak := _PEAK.search(_read(one, "status"))) is not None:
            kilobytes += int(peak[1])
    return kilobytes / 1024


def processor_time(pid: int) -> float:
    """Seconds of processor time that the process and its living descendants have used."""
    ticks = 0
    for one in members(pid):
        if fields := _read(one, "stat").rpartition(")")[2].split():
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def has_loaded(pid: int, library: str) -> bool:
    """Whether a file whose path matches this regex is mapped by the process or a descendant."""
    return any(re.search(library, _read(one, "maps")) for one in members(pid))


def _read(pid: int, name: str) -> str:
    """A file of /proc; empty if the process has gone meanwhile."""
    try:
        return (_PROC / str(pid) / name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
