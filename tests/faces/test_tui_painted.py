"""What is written to the terminal: at the start the page, and where a message comes or goes the rows that differ."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.strip import Strip

from tests.support.app_driver import running_app
from tests.support.pty_program import PtyProgram
from tui_reader.faces.tui.text.text_view import TextView

ROW = re.compile(rb"\x1b\[(\d+);1H")
"""The cursor goes to the start of a row, to paint it."""


def test_the_page_is_not_painted_anew_where_a_message_of_two_rows_goes(talk: Path) -> None:
    """Without a sound device there is such a message at the start."""
    with PtyProgram([sys.executable, "-m", "tui_reader", "--full", str(talk)], dict(os.environ)) as program:
        program.wait_for(b"writes the sound.")
        program.rest(0.2)
        before = len(program.output)
        program.press(b"n")
        program.wait_for(b"Turn 2 of 4")
        program.rest(0.2)
        painted = ROW.findall(program.output[before:])
        assert 0 < len(painted) <= 12, painted


async def test_the_first_paint_has_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """No empty page is painted before it."""
    painted: list[str] = []
    render = TextView.render_lines

    def remembered(view: TextView, crop: Region) -> list[Strip]:
        strips = render(view, crop)
        painted.append("".join(strip.text for strip in strips))
        return strips

    monkeypatch.setattr(TextView, "render_lines", remembered)
    async with running_app():
        assert "wonder" in painted[0]
