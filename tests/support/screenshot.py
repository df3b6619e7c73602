"""Draws the README's picture: the full screen on the memorandum, reading aloud, as an SVG.

    python -m tests.support.screenshot

The picture is made by the program itself (Textual's export_screenshot), without a terminal and without sound.
"""

from __future__ import annotations

import argparse
import asyncio
import re
from pathlib import Path

from tests.support.app_driver import running_app
from tui_reader.settings import Settings

PICTURE = Path(__file__).parents[2] / ".github" / "screen.svg"
COLUMNS, LINES = 120, 34
TURN, MARKED = 6, 17
"""The turn that is read aloud, and one with a bookmark."""
WORD = "seems"
"""The word that is marked: where it is read, the picture is taken."""


async def picture() -> str:
    """The SVG."""
    async with running_app(COLUMNS, LINES, settings=Settings(theme="contrast-dark")) as driver:
        await driver.press("g", *str(MARKED), "enter", "b", "g", *str(TURN), "enter", "space")
        for _ in range(200):
            await driver.hear(100)
            if WORD in driver.painted("reverse"):
                break
        else:
            raise AssertionError(f"{WORD!r} was not marked")
        return trimmed(driver.app.export_screenshot(title="tui-reader"))


def trimmed(svg: str) -> str:
    """The SVG with a name for its styles that stays the same, and without fonts from the network."""
    name = re.search(r"terminal-\d+", svg)
    assert name
    svg = re.sub(r"\s*@font-face \{.*?\}\n", "\n", svg, flags=re.DOTALL)
    return svg.replace(name[0], "screen").replace("Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono") + "\n"


def main() -> None:
    """Write the picture."""
    argparse.ArgumentParser(prog="python -m tests.support.screenshot", description=__doc__).parse_args()
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(asyncio.run(picture()), encoding="utf-8")
    print(f"Wrote {PICTURE}.")


if __name__ == "__main__":
    main()
