"""What a person has answered for one activity, before it is saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import msgspec

from model.checks.asked_for import lacking_facts, needs_comment
from model.plan.entities import Standing
from model.plan.vocabulary import Cause, StatusValue
from model.views.queue import QueueItem


@dataclass
class Answer:
    """Status, comment and the facts that explain it; `value` is None until one is chosen.

    Facts stay while one status after the other is tried: `standing` takes those that fit.
    """

    value: StatusValue | None = None
    comment: str = ""
    revised_end: date | None = None
    actual_end: date | None = None
    cause: Cause | None = None
    awaited: str = ""
    review_date: date | None = None

    def standing(self) -> Standing | None:
        """The answer as it is saved, with the facts that its status can have; None without one."""
        value = self.value
        if value is None:
            return None
        return Standing(
            value=value,
            revised_end=self.revised_end if value.is_open else None,
            actual_end=self.actual_end if value.is_completed else None,
            cause=self.cause,
            awaited=self.awaited if value.is_open else "",
            review_date=self.review_date if value.is_open else None,
        )

    def wants_facts(self) -> bool:
        """Whether a cause and a date to follow up are asked for (F06)."""
        standing = self.standing()
        return standing is not None and bool(lacking_facts(standing))

    def wants_comment(self) -> bool:
        """Whether a comment is required (F05)."""
        standing = self.standing()
        return standing is not None and needs_comment(standing) and not self.comment.strip()

    def differs_from(self, item: QueueItem) -> bool:
        """Whether saving would change anything."""
        present = item.present
        if present is None or present.standing is None:
            return self.value is not None
        return self != answer_for(item)


def answer_for(item: QueueItem) -> Answer:
    """The answer to start from: what is reported already, else only the last comment."""
    present = item.present
    if present is None or present.standing is None:
        return Answer(comment=item.starting_comment)
    standing = present.standing
    return Answer(
        value=standing.value,
        comment=present.comment,
        revised_end=standing.revised_end,
        actual_end=standing.actual_end,
        cause=standing.cause,
        awaited=standing.awaited,
        review_date=standing.review_date,
    )


def encode_answer(answer: Answer) -> str:
    """An answer as it is kept while it is not saved."""
    return msgspec.json.encode(answer).decode("utf-8")


def decode_answer(text: str, start: Answer) -> Answer:
    """An answer as it was kept; what another version has kept is a comment to put into `start`."""
    try:
        return msgspec.json.decode(text, type=Answer)
    except msgspec.DecodeError:
        return replace(start, comment=text)
