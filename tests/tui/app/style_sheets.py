"""Style sheets parsed once for all stories: each app would parse some forty, twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.css.parse import parse
from textual.css.tokenize import tokenize_values

if TYPE_CHECKING:
    import pytest
    from textual.css.model import RuleSet
    from textual.css.tokenizer import Token
    from textual.css.types import CSSLocation

Tokens = dict[str, list["Token"]]


class ParsedSheets:
    """What was parsed, by all that a result depends on: the text, its place and the theme."""

    def __init__(self) -> None:
        self._tokens: dict[tuple[tuple[str, str], ...], Tokens] = {}
        self._rules: dict[tuple[object, ...], list[RuleSet]] = {}

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let every app read from here."""
        monkeypatch.setattr("textual.css.stylesheet.tokenize_values", self.tokenize)
        monkeypatch.setattr("textual.css.stylesheet.parse", self.parse)

    def tokenize(self, values: dict[str, str]) -> Tokens:
        """The variables of a theme; the same object each time, so that it can stand for them."""
        key = tuple(values.items())
        if key not in self._tokens:
            self._tokens[key] = tokenize_values(values)
        return self._tokens[key]

    def parse(
        self,
        scope: str,
        css: str,
        read_from: CSSLocation,
        *,
        variable_tokens: Tokens,
        is_default_rules: bool,
        tie_breaker: int,
    ) -> list[RuleSet]:
        """The rules of a sheet."""
        key = (scope, css, read_from, id(variable_tokens), is_default_rules, tie_breaker)
        if key not in self._rules:
            rules = parse(
                scope,
                css,
                read_from,
                variable_tokens=variable_tokens,
                is_default_rules=is_default_rules,
                tie_breaker=tie_breaker,
            )
            self._rules[key] = list(rules)
        return self._rules[key]
