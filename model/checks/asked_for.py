"""What a status asks for besides itself: one rule for forms and for the findings F05 and F06."""

from __future__ import annotations

from model.plan.entities import Standing
from model.plan.vocabulary import StatusValue


def needs_comment(standing: Standing) -> bool:
    """Whether a comment is needed (F05): not for what was completed on plan or is unchanged."""
    return standing.value is not StatusValue.COMPLETED_ON_PLAN and standing.unchanged_since is None


def lacking_facts(standing: Standing) -> tuple[tuple[str, str], ...]:
    """The facts that a status lacks, as field and words (F06, A11, A12).

    What is on hold or delayed needs a cause and a date to look again; for what is delayed a new
    end date is such a date.
    """
    if standing.value not in (StatusValue.ON_HOLD, StatusValue.DELAYED):
        return ()
    lacking = []
    if standing.cause is None:
        lacking.append(("cause", "orsak"))
    has_new_end = standing.value is StatusValue.DELAYED and standing.revised_end is not None
    if standing.review_date is None and not has_new_end:
        lacking.append(("review_date", "datum för ny avstämning"))
    return tuple(lacking)
