"""XML of unknown vocabularies: speakers by the names of elements and attributes, else a narrator."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_whole, turns_by_label, write_file
from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import read


def whole(tmp_path: Path, text: str) -> Document:
    return read_whole(write_file(tmp_path, text, "file.xml"))


def test_an_attribute_says_who_speaks(tmp_path: Path) -> None:
    lines = '<line speaker="Bob" text="Good day."/><line speaker="ANN">Bye.</line>'
    first = '<line speaker="Ann">Hello, <b>you</b>.</line><action>They bow.</action>'
    document = whole(tmp_path, f"<scene>{first}{lines}</scene>")
    assert turns_by_label(document) == [("Ann", "Hello, you.\nThey bow."), ("Bob", "Good day."), ("ANN", "Bye.")]
    assert document.turns[0].passages[1].kind is Kind.ASIDE
    assert [person.labels for person in document.people] == [("Ann", "ANN"), ("Bob",)]


def test_a_child_says_who_speaks_and_headings_make_parts(tmp_path: Path) -> None:
    section = "<heading>One</heading><turn><speaker>Ann:</speaker><p>Yes.</p><p>So.</p></turn>"
    head = "<title>At the mine</title><meta><place>Lima</place></meta>"
    document = whole(tmp_path, f"<talk>{head}<chapter><section>{section}</section></chapter></talk>")
    assert document.heading == "At the mine"
    assert turns_by_label(document) == [("Ann", "Yes.\nSo.")]
    assert [(part.id, part.on_demand) for part in document.parts] == [("front", True), ("one", False)]


def test_ids_are_looked_up_where_the_file_gives_their_names(tmp_path: Path) -> None:
    turns = '<turn speaker="s1"><sync time="0"/>one<sync time="1"/>two</turn><turn speaker="s2">three</turn>'
    document = whole(tmp_path, f'<trans><speakers><speaker id="s1" name="Ann Day"/></speakers>{turns}</trans>')
    assert turns_by_label(document) == [("Ann Day", "one two"), ("s2", "three")]
    assert document.people[0].name == "Ann Day"


def test_without_speakers_the_narrator_reads_it_and_a_warning_says_so(tmp_path: Path) -> None:
    document = whole(tmp_path, "<book><chapter><title>One</title><para>It was <em>dark</em>.</para></chapter></book>")
    assert document.turns == ()
    assert [passage.text for part in document.parts for passage in part.body] == ["It was dark."]
    assert any("unknown kind (book)" in warning for warning in document.warnings)


def test_xml_without_words_is_refused_and_angle_brackets_of_a_chat_are_no_xml(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="holds no text"):
        whole(tmp_path, '<?xml version="1.0"?><shape><point x="1"/></shape>')
    path = tmp_path / "chat.txt"
    path.write_text("<Ann> Hello.\n\n<Bob> Good day.\n\n<Ann> Bye.\n", encoding="utf-8")
    assert read(path).format == "transcript"
