"""The handbook's page of keys, written from the registry of actions so that it cannot go stale.

`python -m docs.keys_page` writes it anew; a test fails when the page and the registry differ.
"""

from __future__ import annotations

from pathlib import Path

from tui.actions import CONTEXTS, actions_in

PAGE = Path(__file__).parent / "handbok" / "tangenter.md"


def keys_page() -> str:
    """The page as Markdown: one table per context, digits for statuses as one row."""
    lines = [
        "# Tangenter",
        "",
        "Sidan skrivs av programmet självt. F1 visar samma sak där du står, Ctrl+P allt som går",
        "att göra.",
    ]
    for context, name in CONTEXTS.items():
        actions = [action for action in actions_in(context) if not action.is_repeated]
        if actions:
            lines += ["", f"## {name}", "", "| Tangent | Gör |", "| --- | --- |"]
            lines += [f"| {action.bar_key} | {action.help} |" for action in actions]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    PAGE.write_text(keys_page(), encoding="utf-8", newline="\n")
