"""Search over activities, goals, people and comments; Enter goes to what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from model.plan.calendar import Tertial
from model.plan.identifiers import EntityId
from model.views.search import Hit, HitKind
from tui.app.screens.pick import PickScreen
from tui.app.widgets.row_list import Cell, ListRow

if TYPE_CHECKING:
    from tui.app.app import TertialApp


class SearchScreen(PickScreen):
    """Finds by any words; opens the activity, or gives back a goal to plan towards."""

    context: ClassVar[str] = "search"
    title_text: ClassVar[str] = "Sök"
    placeholder: ClassVar[str] = "Ord ur rubrik, kommentar eller mål, eller ett målnummer"
    empty_text: ClassVar[str] = "Skriv det du söker. Alla ord måste finnas med."

    def __init__(self, unit: EntityId, tertial: Tertial, *, may_plan: bool = False) -> None:
        """Search with a unit's own activities first; with `may_plan` a goal can be picked."""
        super().__init__()
        self._may_plan = may_plan
        self._unit = unit
        self._tertial = tertial
        self._hits: dict[str, Hit] = {}

    def rows_for(self, query: str) -> Sequence[ListRow]:
        """What has every word of the query, best first."""
        index = cast("TertialApp", self.app).session.search_index()
        self._hits = {f"{hit.kind} {hit.id}": hit for hit in index.find(query)}
        return [_row(key, hit) for key, hit in self._hits.items()]

    def picked(self, key: str) -> None:
        """Open the activity, or give back the goal; anything else is shown where it stands."""
        hit = self._hits[key]
        if hit.kind is HitKind.GOAL and self._may_plan:
            self.dismiss(hit.id)
            return
        if hit.activity is None:
            self.notify(f"{hit.title} – {hit.where}", timeout=8)
            return
        from tui.app.screens.activity import ActivityScreen

        screen = ActivityScreen(hit.activity, hit.unit or self._unit, self._tertial)
        self.dismiss(hit.activity)
        self.app.push_screen(screen)


def _row(key: str, hit: Hit) -> ListRow:
    cells = (Cell(hit.kind.swedish, 10, "muted"), Cell(hit.title), Cell(hit.where, None, "muted"))
    return ListRow(cells, key, hit.title)
