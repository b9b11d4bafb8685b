"""Draws the pictures of README and handbook from the demo, so that they show what there is.

`python -m docs.draw_pictures` writes them anew into `docs/pictures/`.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from model.example.demo import DEMO_DAY, build_demo
from model.home.paths import home_at
from tui.app.app import TertialApp

PICTURES = Path(__file__).parent / "pictures"
SIZE = (120, 28)
SCENES: dict[str, tuple[str, ...]] = {
    "home": ("down",),
    "snabbstatus": ("space",),
    "planera": ("e",),
}
"""Each picture's name, and the keys that lead to it."""

_WEB_FONT = re.compile(r"@font-face\s*\{[^}]*\}\s*", re.DOTALL)


async def draw(folder: Path) -> None:
    """Draw every scene in a demo home of its own."""
    for name, keys in SCENES.items():
        home = home_at(folder / name)
        build_demo(home)
        app = TertialApp(home, DEMO_DAY)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            for key in keys:
                await pilot.press(key)
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            # The picture must not fetch fonts from anywhere.
            picture = _WEB_FONT.sub("", app.export_screenshot(title="tertial"))
        (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(draw(Path(folder)))
