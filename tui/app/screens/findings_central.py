"""Where the centre mends what is found in its own documents, and in what others report."""

from __future__ import annotations

from model.checks.finding import Finding
from model.plan.assessment import Assessment
from model.plan.calendar import Tertial
from model.plan.entities import Activity, Goal
from model.plan.identifiers import CENTRAL
from model.plan.vocabulary import Role
from tui.actions import action
from tui.app.screens.frame import FrameScreen

_IMPORT = action("overview", "import_sheet")
_IN_THE_CATALOGUE = (
    "Det här rättas i målkatalogen: skriv den med ”tertial goals export”, ändra och läs in den. "
    f"Det går också bra att läsa in ett kalkylblad, med {_IMPORT.shown_key} i översikten."
)

_WITH_A_SCREEN = frozenset(
    {"measure", "budget_table", "memo", "focus_reason", "assessment", "analysis"}
)


def open_central(screen: FrameScreen, finding: Finding) -> bool:
    """Go to where the centre mends a finding, or say where; False for what a unit mends itself."""
    if screen.session.profile.role is not Role.CENTRAL:
        return False
    if finding.kind == Activity.kind:
        return _is_anothers(screen, finding) or _is_of_the_plan(screen, finding)
    if finding.kind in _WITH_A_SCREEN:
        _open(screen, finding)
        return True
    if finding.kind == Goal.kind and finding.rule == "F10":
        screen.notify(_IN_THE_CATALOGUE, timeout=8)
        return True
    return False


def _is_anothers(screen: FrameScreen, finding: Finding) -> bool:
    """Whether it concerns what somebody else reports; then opens it as that unit reads it."""
    from tui.app.screens.activity import ActivityScreen

    if finding.tertial is None or finding.unit is None:
        return False
    if finding.unit in screen.session.reporters:
        return False
    screen.app.push_screen(ActivityScreen(finding.entity, finding.unit, finding.tertial))
    screen.may_change(finding.unit)
    return True


def _is_of_the_plan(screen: FrameScreen, finding: Finding) -> bool:
    """Whether it concerns the wording of an activity that no unit answers for."""
    activity = screen.plan.find(Activity, finding.entity)
    if finding.tertial is not None or activity is None or activity.reporter != CENTRAL:
        return False
    screen.notify(_IN_THE_CATALOGUE, timeout=8)
    return True


def _open(screen: FrameScreen, finding: Finding) -> None:
    """The screen in which the entity is written."""
    from tui.app.screens.assess import AssessScreen
    from tui.app.screens.budget import BudgetScreen
    from tui.app.screens.measures import MeasuresScreen
    from tui.app.screens.memo import MemoScreen

    tertial = finding.tertial or Tertial(screen.session.today.year, 3)
    if finding.kind == "measure":
        screen.app.push_screen(MeasuresScreen(tertial.year))
    elif finding.kind == "budget_table":
        screen.app.push_screen(BudgetScreen(tertial.year, finding.entity))
    elif finding.kind in ("memo", "focus_reason"):
        screen.app.push_screen(MemoScreen(tertial))
    else:
        assessment = screen.plan.find(Assessment, finding.entity)
        goal = assessment.goal if assessment is not None else None
        screen.app.push_screen(AssessScreen(tertial, goal))
