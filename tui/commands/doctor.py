"""`tertial doctor`: whether everything is whole and in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from model.plan.final import FinalDocument
from model.swedish.numbers import counted
from tui.line_mode.output import Record, print_json, say
from tui.line_mode.session import Session, with_session
from tui.line_mode.shell import line_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from model.home.paths import Home
    from model.plan.identifiers import EntityId
    from model.plan.plan import Plan
    from model.workspace.health import Answer, Look


@line_command(
    "doctor",
    help=(
        "Kontrollera att allt är helt och på rätt plats.\n\n"
        "Slutkoden är 1 när något är fel eller ger en varning. --rebuild gör om det som är "
        "härlett ur journalen; journalen själv, där allt är sparat, ändras aldrig."
    ),
)
@click.option("--rebuild", is_flag=True, help="Räkna fram tabellerna ur journalen på nytt.")
@with_session
def command(session: Session, *, rebuild: bool) -> int:
    """Look at the home and tell how it is, thing by thing."""
    from importlib.metadata import version

    from model.workspace.health import Answer, State, answers

    if rebuild:
        session.workspace.rebuild()
    program = Answer("version", "Program", State.OK, f"tertial {version('tertial')}")
    found = [program, *answers(session.home, _finals(session.home)), _log(session)]
    if session.as_json:
        print_json([_record(answer) for answer in found])
    else:
        for answer in found:
            say(f"{answer.state.swedish:<8} {answer.what}: {answer.text}")
            if answer.advice:
                say(f"{'':<8} {answer.advice}")
    return 0 if all(answer.state is State.OK for answer in found) else 1


def _record(answer: Answer) -> Record:
    return {
        "id": answer.key,
        "severity": answer.state.value,
        "what": answer.what,
        "text": answer.text,
        "advice": answer.advice,
    }


def _finals(home: Home) -> Look:
    """The files of finalised documents: nothing else on this computer can make them again."""

    def look(plan: Plan, person: EntityId) -> Iterator[Answer]:
        from model.workspace.health import Answer, State
        from report.finals import looked_through

        found = looked_through(home.finals, plan.of(FinalDocument), person)
        state = State.ERROR if found.changed else State.WARN
        if found.is_whole:
            kept = f"{counted(found.whole, 'fil', 'filer')} i {home.finals}, hela"
            yield Answer("finals", "Slutfört", State.OK, kept if found.whole else "inget")
        else:
            yield Answer("finals", "Slutfört", state, found.text, found.advice)

    return look


def _log(session: Session) -> Answer:
    """What has gone wrong before; that is information, not a fault of today."""
    from model.workspace.health import Answer, State

    log = session.home.log
    if not log.exists():
        return Answer("log", "Logg", State.OK, "tom")
    return Answer("log", "Logg", State.OK, f"{log}, {log.stat().st_size} byte")
