"""Names of a page with a direction in italics behind them, above the words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text
from tui_reader.document.model import Kind


@pytest.mark.parametrize(
    "how", [" <i>laughing</i>.", ", <i>laughing</i>.", ",</b> <i>laughing.</i>", " <em>laughing</em>"]
)
def test_words_in_italics_behind_a_name_are_a_direction(tmp_path: Path, how: str) -> None:
    how = how if "</b>" in how else f"</b>{how}"
    page = (
        f"<p><b>Lise.</b></p><p>Is it cold?</p><p><b>Colas{how}</p><p>As ever, my dear.</p>"
        f"<p><b>Lise.</b></p><p>Then shut the door.</p><p><b>Colas{how}</p><p>I will do it.</p>"
    )
    document = read_text(tmp_path, f"<html><body><h1>A play</h1>{page}</body></html>", "play.html")
    assert [turn.label.text.rstrip(".") for turn in document.turns] == ["Lise", "Colas"] * 2
    assert {turn.speaker for turn in document.turns} == {"Lise", "Colas"}
    kinds = [(one.text.rstrip("."), one.kind) for one in document.turns[1].passages]
    assert kinds == [("laughing", Kind.ASIDE), ("As ever, my dear", Kind.SPEECH)]
