"""Wikitext: names in bold, definition lists, headings, templates, links, notes, and what is about the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_label
from tui_reader.formats.markdown.wikitext import as_markdown

_PLAY = """{{header
 | title = The Weir
 | author = L. Vance
}}
== Act I ==
{{c|''A kitchen.''}}

'''Odile:''' Good evening, Nils.<ref name="a">He is late.</ref>

'''Nils:''' {{dr|(low)}} The night is [[Night|coming]].<ref name="a" />

;Odile
:Come in, by [https://x.org the door].

;Nils :Thank you.

[[Category:Plays]]
"""


def test_wikitext_is_read_with_its_title_headings_and_notes(tmp_path: Path) -> None:
    document = read_text(tmp_path, _PLAY, "weir.wiki")
    assert turns_by_label(document) == [
        ("Odile", "Good evening, Nils."), ("Nils", "(low)\nThe night is coming."),
        ("Odile", "Come in, by the door."), ("Nils", "Thank you."),
    ]  # fmt: skip
    assert (document.format, document.heading) == ("wikitext", "The Weir")
    assert [part.heading and part.heading.text for part in document.parts] == ["Act I"]
    assert [note.text for note in document.notes] == ["He is late."]
    assert document.lost is None


def test_wikitext_is_known_by_its_signs(tmp_path: Path) -> None:
    assert read_text(tmp_path, _PLAY, "weir.txt").format == "wikitext"


def test_quotations_are_turns_line_by_line(tmp_path: Path) -> None:
    text = "== One ==\n:'''Anna''': Good day to you.\n:'''Bert''': Go away, please.\n\n:'''Anna''': I will not.\n"
    assert turns_by_label(read_text(tmp_path, text, "x.mediawiki")) == [
        ("Anna", "Good day to you."), ("Bert", "Go away, please."), ("Anna", "I will not."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "made"),
    [
        ("{{Infobox play|name=x}}", "<!--((Infobox play|name=x))-->"),
        ("{{c|{{larger|So}}}}", "So<!--larger--><!--c-->"),
        ("# one\n## two\n* three", "- one\n- two\n- three"),
        ("''so'' '''it''' '''''is'''''", "*so* **it** ***is***"),
        ("__NOTOC__", "<!--__NOTOC__-->"),
        ("{|\n! Who\n|-\n| Anna || words\n|}", "<!--(|-->\nWho\n<!--|--->\nAnna || words\n<!--|)-->"),
    ],
)
def test_signs_become_those_of_markdown(printed: str, made: str) -> None:
    assert as_markdown(printed).strip() == made


_NOTES = """'''Odile:''' Good evening, Nils.<ref name="a" /> I came late.

'''Nils:''' The night is coming, Odile.<ref name="b">In May.</ref>

'''Odile:''' Then we shall wait.<ref name="b">In June.</ref>

'''Nils:''' We shall.<ref name="b" />

<references><ref name="a">He is late.</ref></references>
"""


def test_the_words_of_a_note_may_stand_below_its_first_mark(tmp_path: Path) -> None:
    document = read_text(tmp_path, _NOTES, "weir.wiki")
    assert [(note.mark, note.text) for note in document.notes] == [
        ("1", "He is late."), ("2", "In May."), ("3", "In June."),
    ]  # fmt: skip
    assert "references" not in " ".join(passage.text for part in document.parts for passage in part.body)


@pytest.mark.parametrize("sign", ["=", ";"])
def test_a_line_of_blanks_behind_a_sign_takes_time_by_its_length(sign: str) -> None:
    blanks = " " * 20_000
    assert as_markdown(f"{sign}{blanks}x\n").strip() == f"{sign}{blanks}x"


@pytest.mark.parametrize("name", ["{{personnage|ANNA|c}}\n", "{{sc|Anna.}} ", "{{Sc|Anna}}: "])
def test_templates_that_print_a_name_at_the_start_of_a_line_make_labels(tmp_path: Path, name: str) -> None:
    turns = "".join(f"{name.replace('Anna', who).replace('ANNA', who)}{words}\n\n" for who, words in WORDS)
    document = read_text(tmp_path, f"== Scène I ==\n{turns}", "play.wiki")
    assert [(turn.label.text, turn.passages[-1].text) for turn in document.turns] == WORDS
    plain = read_text(tmp_path, f"The {{{{sc|Well}}}} is old.\n\n== I ==\n{turns}", "play.wiki")
    assert len(plain.turns) == len(WORDS)


WORDS = [("Bert", "Is it clear?"), ("Cleo", "As glass."), ("Bert", "And cold?"), ("Cleo", "It is cold enough.")]
