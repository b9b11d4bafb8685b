"""What holds for all rows of a file, and the choices that only the person can make."""

from __future__ import annotations

import msgspec

from model.importing.first_word import FirstWord
from model.importing.naming import Names
from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
from model.plan.vocabulary import Role
from model.workspace.edit import Edit


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the person says of a file, where its rows do not say it themselves."""

    year: int
    tertial: Tertial | None = None
    unit: EntityId | None = None
    """The unit that rows without a unit belong to; None for the centre, or when there are many."""
    money: str = ""
    """What a budget's figures are in."""


class Context(msgspec.Struct, frozen=True):
    """The edit that rows are taken into, and what helps to read them."""

    edit: Edit
    names: Names
    wishes: Wishes
    first: FirstWord = msgspec.field(default_factory=FirstWord)

    @property
    def is_central(self) -> bool:
        """Whether the centre takes the file in."""
        return self.edit.author.role is Role.CENTRAL
