"""TEI whose markup says who speaks: verse, directions beside names, casts, transcribed speech, quoted dialogues."""

from __future__ import annotations

from pathlib import Path

from tests.support.documents import read_whole, write_file
from tui_reader.document.model import Document, Kind

TITLE = "<fileDesc><titleStmt><title>Mines</title></titleStmt></fileDesc>"


def whole(tmp_path: Path, body: str, profile: str = "") -> Document:
    head = f"<teiHeader>{TITLE}<profileDesc>{profile}</profileDesc></teiHeader>"
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{head}<text>{body}</text></TEI>'
    return read_whole(write_file(tmp_path, text, "file.xml"))


def passages(document: Document, turn: int) -> list[tuple[Kind, str]]:
    return [(passage.kind, passage.text) for passage in document.turns[turn].passages]


def test_lines_of_verse_are_one_passage_a_stanza_with_its_lines(tmp_path: Path) -> None:
    lines = "<lg><l>O  mine,<note>A pit.</note></l><l>so deep</l></lg><lg><l>and so</l></lg>"
    document = whole(tmp_path, f'<body><sp who="#a"><speaker>Ann</speaker>{lines}<stage>sighs</stage></sp></body>')
    assert passages(document, 0) == [(Kind.VERSE, "O mine,\nso deep"), (Kind.VERSE, "and so"), (Kind.ASIDE, "sighs")]
    assert [(mark.note, mark.offset) for mark in document.turns[0].passages[0].marks] == [("1", 7)]


def test_a_direction_behind_a_speakers_name_is_an_aside(tmp_path: Path) -> None:
    speeches = """<sp who="#a"><speaker>ANN</speaker><p>Yes.</p></sp>
        <sp who="#a"><speaker>ANN, to Bob.</speaker><p>No.</p></sp>"""
    document = whole(tmp_path, f"<body>{speeches}</body>")
    assert [turn.label.text for turn in document.turns] == ["ANN", "ANN"]
    assert passages(document, 1) == [(Kind.ASIDE, "to Bob."), (Kind.SPEECH, "No.")]


def test_the_cast_gives_roles_by_id_or_by_name(tmp_path: Path) -> None:
    persons = """<particDesc><listPerson><person xml:id="a"><persName>Ann</persName></person>
        <person xml:id="b"><persName>Bob</persName></person></listPerson></particDesc>"""
    cast = """<front><castList><head>Cast</head><castGroup><head>Miners</head><castItem corresp="#a">
        <role>Ann Day</role><roleDesc>a miner</roleDesc></castItem></castGroup>
        <castItem>BOB, her brother.</castItem></castList></front>"""
    speeches = '<sp who="#a"><p>Yes.</p></sp><sp who="#b"><p>No.</p></sp>'
    document = whole(tmp_path, f"{cast}<body>{speeches}</body>", persons)
    assert [(person.name, person.role) for person in document.people] == [("Ann", "a miner"), ("Bob", "her brother")]
    assert (document.parts[0].id, document.parts[0].on_demand) == ("cast", True)
    assert [passage.kind for passage in document.parts[0].body] == [Kind.HEADING, Kind.ITEM, Kind.ITEM]


def test_transcribed_speech_has_printed_speakers_remarks_and_a_date(tmp_path: Path) -> None:
    body = """<body xml:lang="eng"><note type="speaker">The chair:</note><u who="#AnnDay"><seg>One.</seg>
        <note>Bells.</note><seg>Two<pc join="left">.</pc></seg></u><u who="#BobSmith"><seg>Three.</seg></u></body>"""
    date = '<settingDesc><setting><date when="1949-03-02"/></setting></settingDesc>'
    document = whole(tmp_path, body, date)
    assert [turn.label.text for turn in document.turns] == ["The chair", "Bob Smith"]
    assert passages(document, 0) == [(Kind.SPEECH, "One."), (Kind.ASIDE, "Bells."), (Kind.SPEECH, "Two.")]
    assert document.date is not None and document.date.iso == "1949-03-02"
    assert (document.language, document.notes) == ("en", ())


def test_said_with_a_paragraph_to_itself_is_a_turn_and_a_quotation_is_not(tmp_path: Path) -> None:
    body = """<body><p><said who="#Anna"><label>An.</label> Yes, <q>so</q>.</said></p>
        <p><said who="#Bob"><label>Bob.</label> He said <said who="#x">no</said> again.</said></p></body>"""
    document = whole(tmp_path, body)
    assert [(turn.label.text, turn.text) for turn in document.turns] == [
        ("An", "Yes, so."),
        ("Bob", "He said no again."),
    ]
    assert [person.name for person in document.people] == ["Anna", "Bob"]


def test_things_in_capitals_and_salutations_are_no_speakers(tmp_path: Path) -> None:
    things = "".join(f"<p>{name}. It has a long lead and is costly.</p><p>We agree.</p>" for name in ("REDWING", "OWL"))
    salutation = "<p>MR. CHAIRMAN: You are wrong.</p><p>I am right.</p>"
    for text in (things, salutation):
        assert whole(tmp_path, f'<body><div type="document"><head>1. Letter</head>{text}</div></body>').turns == ()


def test_a_speaker_heard_once_is_known_by_the_markup_of_the_name(tmp_path: Path) -> None:
    paragraphs = "<p>Abel: One.</p><p>It is so.</p><p>Crane: Two.</p>" * 2
    once = '<p><persName corresp="#p_X">Teller</persName>: What now?</p>'
    document = whole(tmp_path, f'<body><div type="document"><head>1. Talk</head>{paragraphs}{once}</div></body>')
    assert [turn.label.text for turn in document.turns] == ["Abel", "Crane", "Abel", "Crane", "Teller"]


def test_the_author_of_a_letter_reads_it(tmp_path: Path) -> None:
    item = '<item><persName xml:id="p_A">Abel, Anna</persName>, Director</item>'
    persons = f'<front><list type="names">{item}</list></front>'
    head = '<head>1. Letter From Director <persName type="from" corresp="#p_A">Abel</persName> to Crane</head>'
    body = f'<body><div type="document" xml:id="d1">{head}<p>All is well.</p></div></body>'
    document = whole(tmp_path, persons + body)
    assert [part.author for part in document.parts] == ["Anna Abel"]
    assert [(person.name, person.role) for person in document.people] == [("Anna Abel", "Director")]


def test_between_speeches_the_narrator_speaks_and_a_quotation_alone_is_one(tmp_path: Path) -> None:
    body = """<body><p><said who="#ann">Good day.</said></p><p>They sat.</p><p><q who="#bob">Bye.</q></p>
        <p>He left. <q who="#bob">Well.</q></p></body>"""
    document = whole(tmp_path, body)
    assert [turn.speaker for turn in document.turns] == ["ann", "bob"]
    assert passages(document, 0) == [(Kind.SPEECH, "Good day."), (Kind.ASIDE, "They sat.")]
    assert passages(document, 1) == [(Kind.SPEECH, "Bye."), (Kind.ASIDE, "He left. Well.")]


def test_paragraphs_and_verse_of_a_direction_are_not_said(tmp_path: Path) -> None:
    ann = '<sp who="#a"><speaker>Ann</speaker><p>Yes.</p></sp>'
    directions = "<stage>A song: <l>so deep,</l><l>so dark</l></stage><stage><p>Curtain.</p></stage>"
    document = whole(tmp_path, f"<body>{ann}{directions}</body>")
    assert {kind for kind, _ in passages(document, 0)[1:]} == {Kind.ASIDE}


def test_verse_between_speeches_is_nobodys(tmp_path: Path) -> None:
    ann = '<sp who="#a"><speaker>Ann</speaker><p>Yes.</p></sp>'
    document = whole(tmp_path, f"<body>{ann}<lg><l>O mine</l></lg>{ann}</body>")
    assert passages(document, 0) == [(Kind.SPEECH, "Yes."), (Kind.ASIDE, "O mine")]


def test_who_speaks_in_a_direction_has_a_turn(tmp_path: Path) -> None:
    stage = '<stage>Calls of <sp who="#b"><speaker>Bob</speaker><p>Help!</p></sp> (Knocking.)</stage>'
    document = whole(tmp_path, f'<body><sp who="#a"><speaker>Ann</speaker><p>Yes.</p></sp>{stage}</body>')
    assert [(turn.label.text, turn.passages[0].text) for turn in document.turns] == [("Ann", "Yes."), ("Bob", "Help!")]


def test_somebody_who_is_quoted_in_a_speech_has_no_turn_there(tmp_path: Path) -> None:
    said = '<p><said who="#b">Hip hip!</said></p>'
    document = whole(tmp_path, f'<body><sp who="#a"><speaker>Ann</speaker>{said}</sp></body>')
    assert [(turn.label.text, turn.passages[0].text) for turn in document.turns] == [("Ann", "Hip hip!")]


def test_a_line_of_the_cast_may_be_empty(tmp_path: Path) -> None:
    cast = "<front><castList><castItem><role/>Two miners.</castItem></castList></front>"
    document = whole(tmp_path, f'{cast}<body><sp who="#a"><speaker>Ann</speaker><p>Yes.</p></sp></body>')
    assert [turn.label.text for turn in document.turns] == ["Ann"]
