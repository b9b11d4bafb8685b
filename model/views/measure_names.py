"""A measure by what people call it: its key, its name with the part of the organisation, its id."""

from __future__ import annotations

from model.errors import ModelError
from model.plan.entities import Measure, OrganisationUnit
from model.plan.plan import Plan
from model.swedish.letters import fold
from model.swedish.search import nearest
from model.swedish.visible import visible

_SHORTEST_ID = 4


class UnknownMeasure(ModelError):
    """No measure is called that; the message gives the nearest ones."""

    def __init__(self, name: str, near: list[str]) -> None:
        listed = ", ".join(f"”{visible(each)}”" for each in near)
        meant = f"Menade du {listed}?" if near else "Måtten visas med ”tertial measure list”."
        super().__init__(f"Måttet ”{visible(name)}” finns inte. Inget är ändrat. {meant}")


class SeveralMeasures(ModelError):
    """The name fits several measures."""

    def __init__(self, name: str, keys: list[str]) -> None:
        listed = ", ".join(f"”{visible(key)}”" for key in keys)
        super().__init__(
            f"Flera mått heter ”{visible(name)}”. Inget är ändrat. Ange nyckeln: {listed}."
        )


def find_measure(plan: Plan, name: str) -> Measure:
    """The measure with this key, name, part of the organisation, or id by its beginning.

    Raises `UnknownMeasure` or `SeveralMeasures`.
    """
    measures = sorted(plan.of(Measure), key=lambda each: (each.order, each.key))
    wanted = _plain(name)
    for matches in (
        [each for each in measures if wanted in (_plain(each.key), each.id)],
        [each for each in measures if wanted == _plain(each.name)],
        [each for each in measures if wanted and wanted in _organisation(plan, each)],
        [each for each in measures if len(wanted) >= _SHORTEST_ID and each.id.startswith(wanted)],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise SeveralMeasures(name, [each.key for each in matches])
    names = {called: each.key for each in measures for called in (each.key, each.name)}
    near = dict.fromkeys(names[called] for called in nearest(name, names))
    raise UnknownMeasure(name, list(near))


def _organisation(plan: Plan, measure: Measure) -> list[str]:
    unit = plan.find(OrganisationUnit, measure.organisation)
    return [_plain(each) for each in (unit.name, *unit.aliases)] if unit is not None else []


def _plain(name: str) -> str:
    return fold(" ".join(name.split()))
