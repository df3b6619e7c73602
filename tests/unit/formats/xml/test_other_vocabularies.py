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


def test_an_empty_element_names_who_speaks_what_follows(tmp_path: Path) -> None:
    listed = '<speakers><speaker name="Ann"/><speaker name="Bob"/></speakers>'
    said = '<SPEAKER ID="1" NAME="Ann"/><p>Yes.</p><p>So.</p><SPEAKER ID="2" NAME="Bob"/><p>No.</p>'
    assert turns_by_label(whole(tmp_path, f"<debate>{listed}<part>{said}</part></debate>")) == [
        ("Ann", "Yes.\nSo."),
        ("Bob", "No."),
    ]


def test_a_text_of_named_speakers_is_no_tei(tmp_path: Path) -> None:
    said = '<speaker name="Ann"><p>Yes.</p></speaker><speaker name="Bob"><p>No.</p></speaker>'
    assert turns_by_label(whole(tmp_path, f"<text><chapter>{said}</chapter></text>")) == [
        ("Ann", "Yes."),
        ("Bob", "No."),
    ]


def test_akoma_ntoso_has_offices_and_a_title(tmp_path: Path) -> None:
    references = '<TLCPerson eId="bo" showAs="Bo Quill"/><TLCRole eId="boats" showAs="Minister for Boats"/>'
    preface = "<preface><block><docTitle>Debates</docTitle></block></preface>"
    said = '<speech by="#bo" as="#boats"><from>Deputy Bo Quill</from><p>Soon.</p></speech>'
    document = whole(
        tmp_path,
        f"<akomaNtoso><debate><meta><references>{references}</references></meta>{preface}<debateBody>"
        f"<debateSection><heading>Ferries</heading>{said}</debateSection></debateBody></debate></akomaNtoso>",
    )
    assert document.heading == "Debates" and turns_by_label(document) == [("Deputy Bo Quill", "Soon.")]
    assert [(one.name, one.role) for one in document.people] == [("Bo Quill", "Minister for Boats")]


def test_the_europarl_corpus_has_a_tag_a_line(tmp_path: Path) -> None:
    text = """<CHAPTER ID="1">
Resumption
<SPEAKER ID="1" NAME="President">
I declare it resumed.
<P>
(The House rose)
<SPEAKER ID=2 LANGUAGE="DE" NAME="Merrow">
Madam President!
"""
    document = read_whole(write_file(tmp_path, text, "ep-00.txt"))
    assert turns_by_label(document) == [
        ("President", "I declare it resumed.\n(The House rose)"),
        ("Merrow", "Madam President!"),
    ]
    assert [part.heading.text for part in document.parts if part.heading] == ["Resumption"]


def test_sentences_in_attributes_that_are_not_read_are_told(tmp_path: Path) -> None:
    notes = '<note body="One two three four five six seven."/>' * 3
    document = whole(tmp_path, f'<log><p>Yes.</p>{notes}<line speaker="A" text="a b c d e f g h i j"/></log>')
    assert any("21 words stand in attributes" in warning for warning in document.warnings)


def test_a_label_may_tell_more_of_its_speaker(tmp_path: Path) -> None:
    speaker = "<speaker><name>{}</name><gender>female</gender><post>{}</post></speaker>"
    talks = "".join(
        f"<intervention>{speaker.format(name, post)}<speech>{words}</speech></intervention>"
        for name, post, words in (
            ("Lee, Ann", "NA", "Good day.<page_number>Page 3</page_number><omit>Applause</omit>"),
            ("UNKNOWN", "PRESIDENT", "Thank you."),
        )
    )
    document = whole(tmp_path, f'<record><chair who="BO HOLM">{talks}</chair></record>')
    found = [(turn.label.text, [(one.kind, one.text) for one in turn.passages]) for turn in document.turns]
    assert found == [
        ("Lee, Ann", [(Kind.SPEECH, "Good day."), (Kind.ASIDE, "Applause")]),
        ("PRESIDENT", [(Kind.SPEECH, "Thank you.")]),
    ]
    assert not document.lost


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("<b>Ann Lee</b>", "Ann Lee"),
        ("<b>Ann</b> Lee:", "Ann Lee"),
        ("<first>Ann</first><last>Lee</last>", "Ann Lee"),
        ("Ann Lee<!-- 7 -->", "Ann Lee"),
        ("Ann Lee <i>(rising)</i>", "Ann Lee (rising)"),
    ],
)
def test_a_label_may_have_markup(tmp_path: Path, label: str, name: str) -> None:
    document = whole(tmp_path, f"<debate><speech><speaker>{label}</speaker><p>Good day.</p></speech></debate>")
    assert turns_by_label(document) == [(name, "Good day.")]
