"""Paragraphs divided where a line begins as a labelled speech, and put together again where it does not."""

from __future__ import annotations

import pytest

from tui_reader.formats.labels.choice import choose
from tui_reader.formats.labels.labelling import Labelling, openings, rejoined
from tui_reader.formats.paragraphs import Paragraph, split


def lines_of(*lines: str) -> tuple[str, list[Paragraph]]:
    """A text of one paragraph with these lines."""
    text = "\n".join(lines)
    breaks = [at + 1 for at, char in enumerate(text) if char == "\n"]
    return text, [Paragraph(0, len(text), 0, tuple(breaks))]


@pytest.mark.parametrize(
    ("above", "line", "divided"),
    [
        ("Anna: Is it?", "Ben: It is.", True),
        ("ANNA. Is it?", "BEN. It is.", True),
        ("Anna: Is it?", "Yes. It is.", False),
        ("Anna: I told", "Ben: It is.", False),
        ("Anna: Is it?", "Source: It is.", False),
        ("Anna: Is it?", "one thing: It is.", False),
    ],
)
def test_a_line_with_a_name_below_the_end_of_a_sentence_opens_a_speech(above: str, line: str, divided: bool) -> None:
    text, paragraphs = lines_of(above, line)
    found, new = openings(text, paragraphs)
    assert ([text[one.start : one.end] for one in found] == [above, line], bool(new)) == (divided, divided)
    assert rejoined(text, found, new, Labelling()) == paragraphs


def test_labels_keep_their_words_when_lines_are_put_together() -> None:
    text = "Anna: So it is.\nTruth: it is not.\nBen: I heard,\nand said so.\nAnna: You did.\nBen: I did."
    paragraphs, new = openings(text, split(text))
    labelling = choose(text, paragraphs)
    labelling.at = {index: one for index, one in labelling.at.items() if one.text != "Truth"}
    made = rejoined(text, paragraphs, new, labelling)
    assert [text[made[index].start :].split(":", maxsplit=1)[0] for index in labelling.at] == [
        "Anna",
        "Ben",
        "Anna",
        "Ben",
    ]
    assert "Ben: I heard,\nand said so." in [text[one.start : one.end] for one in made]
