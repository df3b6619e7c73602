"""XML files: TEI of the FRUS kind, plays, Bosak's plays, collections; and hostile or broken XML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.documents import read_whole, write_file
from tui_reader.cli.main import main
from tui_reader.document.accounting import gaps
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import read
from tui_reader.startup.document_choice import chosen

PERSONS = """<front><div xml:id="persons"><head>Persons</head><list type="names">
<item><hi rend="strong"><persName xml:id="p_AB1">Abel, Anna B.</persName>,</hi> Director of Mines until 1950</item>
<item><hi rend="strong"><persName xml:id="p_CD1">Crane, Dora</persName>,</hi> Ambassador</item></list></div></front>"""
TALK = """<div type="document" xml:id="d1"><head>1. Memorandum of Conversation Between the Director (<persName
corresp="#p_AB1">Abel</persName>) and Others<note n="1" type="source">Source: A box.</note></head>
<dateline><placeName>Lima</placeName>,<date when="1949-03-02T10:30:00">March 2, 1949, 10:30 a.m.</date></dateline>
<list type="participants"><head>PARTICIPANTS</head><item>Anna Abel</item></list>
<p><persName corresp="#p_AB1">A</persName>: Good<pb n="2"/> day.<note n="2">It rained. Abel: "Yes."</note></p>
<p><persName corresp="#p_CD1">D</persName>: So it is. [laughs] Is it?</p>
<p>It goes on with <choice><sic>teh</sic><corr>the</corr></choice> mine.</p>
<p><persName corresp="#p_AB1">A</persName><note n="3">Her hand.</note>: It does.</p>
<p>D:—but slowly.</p><p>[Omitted here is a list.]</p>
<closer><signed>Anna Abel</signed></closer></div>"""
LETTER = """<div type="document" xml:id="d2"><head>2. Letter From Abel</head>
<p>All is well here, and the mine is dry.</p></div>"""
HEADER = "<teiHeader><fileDesc><titleStmt><title>Mines, Volume I</title></titleStmt></fileDesc></teiHeader>"


def tei(*documents: str) -> str:
    body = "".join(documents)
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text>{PERSONS}<body>{body}</body></text></TEI>'


def made(tmp_path: Path, text: str, name: str = "file.xml") -> Path:
    return write_file(tmp_path, text, name)


def test_paragraphs_with_labels_become_turns_and_those_without_go_on(tmp_path: Path) -> None:
    document = read_whole(made(tmp_path, tei(TALK)))
    assert [(turn.label.text, turn.text) for turn in document.turns] == [
        ("A", "Good day."),
        ("D", "So it is.\n[laughs]\nIs it?\nIt goes on with the mine."),
        ("A", "It does."),
        ("D", "—but slowly.\n[Omitted here is a list.]"),
    ]
    kinds = [passage.kind for passage in document.turns[1].passages]
    assert kinds == [Kind.SPEECH, Kind.ASIDE, Kind.SPEECH, Kind.SPEECH]


def test_the_list_of_persons_says_who_a_label_is(tmp_path: Path) -> None:
    document = read_whole(made(tmp_path, tei(TALK)))
    assert [(person.name, person.role) for person in document.people] == [
        ("Anna B. Abel", "Director"),
        ("Dora Crane", "Ambassador"),
    ]


def test_title_date_and_notes_are_set_apart(tmp_path: Path) -> None:
    document = read_whole(made(tmp_path, tei(TALK)))
    assert document.heading == "Memorandum of Conversation Between the Director (Abel) and Others"
    assert document.collection is not None and document.collection.text == "Mines, Volume I"
    assert document.date is not None and document.date.iso == "1949-03-02T10:30"
    assert [(note.mark, note.text) for note in document.notes][1:] == [
        ("2", 'It rained. Abel: "Yes."'),
        ("3", "Her hand."),
    ]
    assert [(mark.note, mark.offset) for mark in document.turns[0].passages[0].marks] == [("2", 9)]
    assert [mark.note for mark in document.turns[2].passages[0].marks] == ["3"]
    assert document.parts[0].on_demand


def test_a_date_at_the_end_of_the_title_is_the_documents(tmp_path: Path) -> None:
    head = """<head>7. Memorandum of Conversation, <placeName>Lima</placeName>,
    <date when="1949-03-02T10:30:00">March 2, 1949</date></head>"""
    document = read_whole(made(tmp_path, tei(f'<div type="document" xml:id="d7">{head}<p>It rained.</p></div>')))
    assert document.heading == "Memorandum of Conversation"
    assert document.date is not None and document.date.passage.text == "Lima, March 2, 1949"


def test_a_text_without_labels_is_the_narrators(tmp_path: Path) -> None:
    document = read_whole(made(tmp_path, tei(LETTER)))
    assert document.turns == ()
    assert [passage.text for part in document.parts for passage in part.body] == [
        "All is well here, and the mine is dry."
    ]


def test_a_file_of_several_documents_lists_them(tmp_path: Path) -> None:
    path = made(tmp_path, tei(TALK, LETTER))
    with pytest.raises(CollectionError) as raised:
        read(path)
    collection = raised.value.collection
    assert [tuple(entry) for entry in collection.entries] == [
        ("d1", "1. Memorandum of Conversation Between the Director (Abel) and Others", 4, "1949-03-02T10:30"),
        ("d2", "2. Letter From Abel", 0, None),
    ]
    with pytest.raises(CollectionError, match=r"holds 2 documents.*file\.xml#d1"):
        read(path)
    assert chosen(collection, "2") == "d2" == chosen(collection, "d2")
    assert chosen(collection, "3") is None


def test_a_document_of_a_collection_is_the_same_from_what_was_read_already(tmp_path: Path) -> None:
    path = made(tmp_path, tei(TALK, LETTER))
    with pytest.raises(CollectionError) as raised:
        read(path)
    assert raised.value.read("d1") == read(path.with_name("file.xml#d1"))
    with pytest.raises(DocumentError, match="holds no document 'd7'"):
        raised.value.read("d7")


def test_inspect_and_print_list_a_collection(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(tmp_path, tei(TALK, LETTER))
    library = ["--library", str(tmp_path / "library")]
    assert main(["inspect", str(path), "--json", *library]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["title"] == "Mines, Volume I"
    assert found["documents"][1] == {"id": "d2", "title": "2. Letter From Abel", "turns": 0, "date": None}
    assert main([str(path), "--print", *library]) == 0
    listed = capsys.readouterr().out
    assert "d1  1949-03-02  1. Memorandum" in listed and "d2              2. Letter From Abel" in listed
    assert main([f"{path}#d2", "--print", *library]) == 0
    assert "All is well here" in capsys.readouterr().out


def test_one_document_is_opened_by_its_id_and_has_a_key_of_its_own(tmp_path: Path) -> None:
    path = made(tmp_path, tei(TALK, LETTER))
    first, second = (read_whole(path.with_name(f"{path.name}#{id}")) for id in ("d1", "d2"))
    assert (first.heading[:10], second.heading) == ("Memorandum", "Letter From Abel")
    assert first.key != second.key
    with pytest.raises(DocumentError, match="no document 'd9'; its ids are d1, d2"):
        read(path.with_name("file.xml#d9"))


def test_an_id_that_is_no_text_is_refused_in_a_line(tmp_path: Path) -> None:
    made(tmp_path, tei(TALK, LETTER))
    with pytest.raises(DocumentError, match=r"no document '\?'"):
        read(tmp_path / "file.xml#\udcff")


def test_a_file_whose_name_holds_the_sign_wins(tmp_path: Path) -> None:
    made(tmp_path, tei(TALK, LETTER))
    path = made(tmp_path, "ANN: Yes?\n\nBOB: No.\n\nANN: Well.\n", "file.xml#d1")
    assert [turn.text for turn in read(path).turns] == ["Yes?", "No.", "Well."]


PLAY = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><fileDesc><titleStmt><title>Zwei</title>
</titleStmt></fileDesc><profileDesc><particDesc><listPerson><person xml:id="m"><persName>Der Mann</persName></person>
<person xml:id="f"><persName>Die Frau</persName></person></listPerson></particDesc></profileDesc></teiHeader><text>
<front><castList><head>Personen</head><castItem>Der Mann</castItem></castList></front><body><div type="act">
<head>Erster Akt</head><stage>Abend.</stage>
<sp who="#m"><speaker>Der Mann.</speaker><stage>legt sich</stage><p>Ja <stage>gähnt</stage> gut.</p></sp>
<sp who="#f"><speaker>Frau</speaker><l>Eins,</l><l>zwei<note>drei?</note>.</l></sp>
<sp who="#m #f"><speaker>Beide</speaker><p>Gut.</p></sp></div></body></text></TEI>"""


def test_in_a_play_the_markup_says_who_speaks(tmp_path: Path) -> None:
    document = read_whole(made(tmp_path, PLAY))
    assert [(turn.speaker, turn.text) for turn in document.turns] == [
        ("m", "legt sich\nJa\ngähnt\ngut."),
        ("f", "Eins,\nzwei."),
        ("m & f", "Gut."),
    ]
    assert [person.name for person in document.people] == ["Der Mann", "Die Frau", "Der Mann & Die Frau"]
    assert [passage.kind for passage in document.turns[0].passages][::2] == [Kind.ASIDE, Kind.ASIDE]
    assert [note.text for note in document.notes] == ["drei?"]
    assert (document.heading, document.language) == ("Zwei", "de")
    assert [part.on_demand for part in document.parts] == [True, False]


BOSAK = """<?xml version="1.0"?><PLAY><TITLE>Mines</TITLE><PERSONAE><TITLE>Persons</TITLE>
<PERSONA>ANNA, a miner.</PERSONA></PERSONAE>
<ACT><TITLE>ACT I</TITLE><SCENE><TITLE>SCENE I. A mine.</TITLE><STAGEDIR>Enter ANNA</STAGEDIR>
<SPEECH><SPEAKER>ANNA</SPEAKER><LINE><STAGEDIR>Aside</STAGEDIR> It rains,</LINE><LINE>and rains.</LINE></SPEECH>
<SPEECH><SPEAKER>ANNA</SPEAKER><SPEAKER>BOB</SPEAKER><LINE>Out!</LINE></SPEECH></SCENE></ACT></PLAY>"""


def test_plays_of_bosaks_kind_are_read(tmp_path: Path) -> None:
    document = read_whole(made(tmp_path, BOSAK))
    assert [(turn.label.text, turn.text) for turn in document.turns] == [
        ("ANNA", "Aside\nIt rains,\nand rains."),
        ("ANNA & BOB", "Out!"),
    ]
    assert document.turns[0].passages[0].kind is Kind.ASIDE
    assert [person.role for person in document.people] == ["a miner", None]
    assert [part.on_demand for part in document.parts] == [True, False, False]


def test_a_file_that_was_cut_off_is_read_with_a_warning(tmp_path: Path) -> None:
    document = read(made(tmp_path, tei(TALK)[:-250]))
    assert len(document.turns) == 2
    assert "not well-formed XML" in document.warnings[0] and "line" in document.warnings[0]


def test_characters_by_name_and_loose_ampersands_are_text(tmp_path: Path) -> None:
    document = read(made(tmp_path, tei("<div><p>ANN: R&D &mdash; no &lt;b&gt;.</p><p>BOB: Yes.</p></div>")))
    assert document.turns[0].text == "R&D — no <b>."


def test_entities_are_neither_unfolded_nor_fetched(tmp_path: Path) -> None:
    secret = made(tmp_path, "secret", "secret.txt")
    external = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    document = read(made(tmp_path, external + tei("<div><p>ANN: &x; one.</p><p>BOB: two.</p></div>")))
    assert "secret" not in document.text.replace("secret.txt", "")
    assert any("&x;" in warning for warning in document.warnings)
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE TEI [<!ENTITY a0 "ha">{levels}]>' + tei("<div><p>ANN: &a9;</p></div>")
    with pytest.raises(DocumentError, match=r"file\.xml: line 1, column \d+: "):
        read(made(tmp_path, bomb))


def test_xml_nested_too_deep_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"line 1, column \d+: nested too deep"):
        read(made(tmp_path, "<div>" * 20_000 + "x" + "</div>" * 20_000))


def test_an_encoding_that_the_declaration_names_is_used(tmp_path: Path) -> None:
    path = tmp_path / "file.xml"
    text = '<?xml version="1.0" encoding="iso-8859-5"?>' + tei(LETTER).replace("All", "Всё")
    path.write_bytes(text.encode("iso-8859-5"))
    assert "Всё is well" in read(path).text


@pytest.mark.parametrize("cut", range(0, 1400, 97))
def test_whatever_is_cut_off_ends_in_a_document_or_one_line(tmp_path: Path, cut: int) -> None:
    path = made(tmp_path, tei(TALK)[: cut + 60])
    try:
        assert gaps(read(path)) == ()
    except DocumentError as error:
        assert "\n" not in str(error)
