"""Bookmarks as Markdown, with the reference of the document."""

from __future__ import annotations

from pathlib import Path

from tests.support.dialogue_builder import Dialogue
from tui_reader.cli.bookmarks_markdown import bookmarks_markdown
from tui_reader.document.model import Document, Position
from tui_reader.formats import read
from tui_reader.library.bookmark_store import Bookmark
from tui_reader.paths import bundled


def talk() -> Document:
    dialogue = Dialogue().turn("ANNE", "Good morning.").turn("BEN", "Yes. *Indeed* [so].").turn("ANNE", "Then we walk.")
    return dialogue.document()._replace(key="talk")


MARKDOWN = """\
# talk\\*.txt

talk\\*.txt. File talk\\*.txt.

## Turn 2, BEN

> \\*Indeed\\* \\[so\\].

Turn 2, BEN. talk\\*.txt. talk\\*.txt\\#turn-2\\~yes-indeed-so.

## Turn 3, ANNE

> Then we walk.

1\\. where \\<they\\> go

Turn 3, ANNE. talk\\*.txt. talk\\*.txt\\#turn-3\\~then-we-walk.

## No longer in the text

> Well\\#
"""


def test_markdown_has_the_reference_the_place_the_words_and_the_note() -> None:
    marks = [Bookmark(2, Position(1, 5), 14, ""), Bookmark(1, Position(2, 5), 0, "1. where <they> go")]
    marks.append(Bookmark(3, Position(0, 0), 0, "", "Well#"))
    assert bookmarks_markdown(talk()._replace(name="talk*.txt"), marks, Path("talk*.txt")) == MARKDOWN


def test_what_programs_read_stands_as_it_is_in_a_block_of_code() -> None:
    told = bookmarks_markdown(talk(), [Bookmark(1, Position(1, 5), 14, "")], Path("test.txt"), "bibtex")
    assert told.count("\n```\n@misc{") == 2 and "\n}\n```\n" in told


def test_the_reference_of_the_memorandum_says_where_it_is_from() -> None:
    path = bundled("corpus") / "stevenson-ball.txt"
    told = bookmarks_markdown(read(path), [], path)
    assert told.startswith("# Memorandum of Telephone Conversation Between the Permanent Representative")
    assert " The Cuban Missile Crisis. November 9, 1962, 4:15 p.m. File stevenson-ball.txt." in told
    assert " Source: Department of State, Ball Files: Lot 74 D 272" in told
