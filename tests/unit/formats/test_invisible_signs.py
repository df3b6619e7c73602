"""Marks of direction and other blanks than the plain space around names: no part of a label, and hiding none."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

import pytest

from tui_reader.cleaning import clean
from tui_reader.formats import parse

SAID = ("Good morning to you.", "Very well, I thank you.", "Shall we go out?", "If it does not rain.") * 2
PRINTED = ("Mr. Brandt", "Ms. Ohm", "\u200eMr.\u00a0Brandt", "\u061cMs.\u202fOhm\u200f") * 2
NAMES = ["Mr. Brandt", "Ms. Ohm"] * 4
SIGNS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
WRITTEN = {
    "talk.txt": lambda names: "\n\n".join(f"{name}:\u00a0{words}" for name, words in names),
    "indented.txt": lambda names: "\n\n".join(f"\u3000{name}\u00a0: {words}" for name, words in names),
    "dashes.txt": lambda names: "\n\n".join(f"{name}\u00a0\u2013\u00a0{words}" for name, words in names),
    "stops.txt": lambda names: "\n\n".join(f"{name.upper()}.\u00a0{words}" for name, words in names),
    "brackets.txt": lambda names: "\n\n".join(f"[{name}]\u00a0{words}" for name, words in names),
    "times.txt": lambda names: "\n".join(f"[12:01]\u00a0{name}: {words}" for name, words in names),
    "bold.md": lambda names: "# Talk\n\n" + "\n\n".join(f"\u00a0**{name}**\u00a0: {words}" for name, words in names),
    "quoted.md": lambda names: "# Talk\n\n" + "\n\n".join(f">\u00a0**{name}:** {words}" for name, words in names),
    "page.html": lambda names: "".join(f"<p>\u00a0<b>{name}</b>\u00a0: {words}</p>" for name, words in names),
    "lines.html": lambda names: "".join(f"<p>\u00a0{name}\u00a0: {words}</p>" for name, words in names),
    "talk.json": lambda names: json.dumps([{"speaker": name, "text": words} for name, words in names]),
    "talk.srt": lambda names: "".join(
        f"{at}\n00:00:0{at},000 --> 00:00:0{at + 1},000\n\u3000{name}\u00a0: {words}\n\n"
        for at, (name, words) in enumerate(names, 1)
    ),
    "talk.vtt": lambda names: "WEBVTT\n\n" + "".join(
        f"00:0{at}.000 --> 00:0{at + 1}.000\n\u200f{name}: {words}\n\n" for at, (name, words) in enumerate(names)
    ),
    "talk.fountain": lambda names: "Title: A talk\n\nINT. ROOM - DAY\n\n" + "".join(
        f"\u00a0@{name}\u00a0\n{words}\n\n" for name, words in names
    ),
    "play.xml": lambda names: "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>" + "".join(
        f"<sp><speaker>{name}\u00a0:</speaker><p>{words}</p></sp>" for name, words in names
    ) + "</body></text></TEI>",
}  # fmt: skip
"""A dialogue of names and words in each format, by the name of its file."""
_Writer = Callable[[list[tuple[str, str]]], str]


def labels(file: str, printed: str) -> list[str]:
    return [turn.label.text for turn in parse(printed.encode(), file).turns if not turn.label.text.startswith("INT")]


@pytest.mark.parametrize(("file", "write"), WRITTEN.items())
def test_signs_that_nobody_sees_are_in_no_label_and_hide_none(file: str, write: _Writer) -> None:
    found = [label.title() for label in labels(file, write(list(zip(PRINTED, SAID, strict=True))))]
    assert found[-8:] == NAMES


@pytest.mark.parametrize("file", ["bold.md", "page.html", "talk.srt", "talk.vtt", "play.xml"])
def test_nor_do_references_to_them_in_markup(file: str) -> None:
    names = [name.encode("ascii", "xmlcharrefreplace").decode() for name in PRINTED]
    assert labels(file, WRITTEN[file](list(zip(names, SAID, strict=True)))) == NAMES
    named = [f"&lrm;{escape(name)}&rlm;" for name in NAMES]
    assert labels(file, WRITTEN[file](list(zip(named, SAID, strict=True)))) == NAMES


def test_references_in_markdown_are_the_characters_that_they_stand_for() -> None:
    document = parse(b"# Talk\n\n**Ann:** Caf&eacute;&nbsp;&amp; bar.\n\n**Bo:** Yes.\n\n**Ann:** So.\n", "talk.md")
    assert document.turns[0].text == "Café & bar."
    assert document.warnings == ()


@pytest.mark.parametrize("sign", SIGNS)
def test_no_mark_of_direction_is_left(sign: str) -> None:
    assert clean(f"{sign}J{sign}FK: yes{sign}") == "JFK: yes"


def test_joiners_that_belong_to_the_spelling_stay() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
