"""What Project Gutenberg prints around a text: not read aloud, in whatever form its lines are."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Document
from tui_reader.formats import parse

ABOVE = "The Project Gutenberg EBook of A Play, by Nils Falk\n\nThis eBook is for anyone.\n\nRelease Date: May 1, 2010"
BELOW = "Updated editions will replace the previous one.\n\nNOTE: We have none.\n\nLIMITED RIGHT: You can get a refund."
SAID = ("Good morning to you.", "Very well, I thank you.", "Shall we go out?", "If it does not rain.") * 3
STARTS = (
    "*** START OF THE PROJECT GUTENBERG EBOOK A PLAY ***",
    "***START OF THIS PROJECT GUTENBERG EBOOK A PLAY***",
    "*** Start of the Project Gutenberg EBook A Play ***",
    "*** START OF THE PROJECT GUTENBERG EBOOK A PLAY OF\nVERY MANY WORDS ***",
    "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*",
)
ENDS = (
    "*** END OF THE PROJECT GUTENBERG EBOOK A PLAY ***",
    "***END OF THIS PROJECT GUTENBERG EBOOK A PLAY***",
    "*** end of the project gutenberg ebook a play",
    "*** END OF THE PROJECT GUTENBERG EBOOK A PLAY OF\nVERY MANY WORDS ***",
    "END OF THE PROJECT GUTENBERG ETEXT OF A PLAY",
    "End of Project Gutenberg's A Play, by Nils Falk",
    "End of the Project Gutenberg EBook of A Play, by Nils Falk",
    "End of this Project Gutenberg Etext of A Play, by Nils Falk\n\n*** END OF THIS PROJECT GUTENBERG EBOOK A PLAY ***",
    "Ende dieses Projekt Gutenberg Etextes A Play",
    "Fin de Project Gutenberg's A Play",
)
EDITIONS = [(start, ENDS[0]) for start in STARTS] + [(STARTS[0], end) for end in ENDS]


def read_aloud(document: Document) -> list[str]:
    """All that is read aloud without being asked for."""
    parts = [part for part in document.parts if not part.on_demand]
    passages = [one for part in parts for one in (*part.body, *(said for turn in part.turns for said in turn.passages))]
    return [one.text for one in passages]


def edition(start: str, body: str, end: str) -> bytes:
    return "\n\n".join((ABOVE, start, body, end, BELOW)).encode()


@pytest.mark.parametrize(("start", "end"), EDITIONS)
@pytest.mark.parametrize("label", ["{}. ", "{}: ", "{}\n", "**{}:** ", "", "_{}._ "])
def test_only_what_stands_between_the_lines_is_read(start: str, end: str, label: str) -> None:
    body = "\n\n".join(label.format(("ANNA", "BORIS")[at % 2]) + words for at, words in enumerate(SAID))
    document = parse(edition(start, body, end), "play.md" if "**" in label else "play.txt")
    assert read_aloud(document) == list(SAID)
    assert len(document.turns) == (len(SAID) if label else 0)


@pytest.mark.parametrize(("start", "end"), EDITIONS)
@pytest.mark.parametrize("label", ["<p><b>{}.</b> ", "<p class='speaker'>{}</p><p>", "<p>{}. "])
def test_nor_is_more_read_of_a_page(start: str, end: str, label: str) -> None:
    body = "".join(f"{label.format(('ANNA', 'BORIS')[at % 2])}{words}</p>" for at, words in enumerate(SAID))
    above, below = (
        f"<p>{words}</p>".replace("\n\n", "</p><p>") for words in (f"{ABOVE}\n\n{start}", f"{end}\n\n{BELOW}")
    )
    document = parse(f"<html><body>{above}{body}{below}</body></html>".encode(), "play.html")
    assert read_aloud(document) == list(SAID)


def test_a_speech_that_names_it_is_no_line_of_it() -> None:
    body = "ANNA: The end of Project Gutenberg is far.\n\nBORIS: So it is.\n\nANNA: End it?\n\nBORIS: No.\n"
    assert len(parse(body.encode(), "talk.txt").turns) == 4


def test_markdown_without_a_heading_is_read_with_the_words_before_its_first_label() -> None:
    document = parse(b"We met in the kitchen.\n\n**Ann:** Hello.\n\n**Bo:** Yes.\n\n**Ann:** So.\n", "talk.md")
    assert read_aloud(document) == ["We met in the kitchen.", "Hello.", "Yes.", "So."]
