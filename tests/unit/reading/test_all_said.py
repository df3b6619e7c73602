"""All that a person said, put together from many documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.archive import write_archive
from tui_reader.document.model import Position
from tui_reader.errors import DocumentError
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.paths import said_folder
from tui_reader.reading.all_said import AllSaid, all_said

VERSE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>
<person xml:id="a"><persName>Ann &amp; Day</persName></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><head>A &lt;b&gt; Play</head>
<sp who="#a"><speaker>Ann</speaker><l>One line,<note n="7">A note.</note></l><l>and another.</l></sp>
<sp><speaker>Ben</speaker><p>No.</p></sp>
<sp who="#a"><speaker>Ann</speaker><stage>She laughs.</stage><p>Yes &amp; no.</p></sp></body></text></TEI>"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "archive").mkdir()
    write_archive(tmp_path / "archive")
    with Library(tmp_path / "library.db") as library:
        list(library.folders.add(tmp_path / "archive"))
        yield library


def said(library: Library, typed: str) -> AllSaid:
    return all_said(library.everywhere.find(typed)[0], library)


def test_documents_are_parts_in_the_order_of_time(library: Library) -> None:
    made = said(library, "Robert").document
    assert made.heading == "All that Robert F. Kennedy said"
    assert [part.heading.text for part in made.parts if part.heading] == [
        f"Memorandum of Conversation. Washington, {day}." for day in ("1962-11-09", "1963-01-09", "1963-02-09")
    ]
    assert [turn.text for turn in made.turns] == ["I agree.", "I agree.", "Well.", "Well."]
    assert [(person.name, person.labels) for person in made.people] == [("Robert F. Kennedy", ("Kennedy",))]
    assert made.warnings == ()


def test_two_of_one_name_are_one_by_a_decision(library: Library) -> None:
    jack, john = library.everywhere.find("Jack")[0], library.everywhere.find("John Kennedy")[0]
    library.everywhere.decide_same(jack, john)
    made = said(library, "John Kennedy").document
    assert [turn.text for turn in made.turns][-2:] == ["Well.", "Well then."]  # without a date, so last


def test_verse_notes_directions_and_signs_of_markup_stay(library: Library, tmp_path: Path) -> None:
    play = tmp_path / "play.xml"
    play.write_text(VERSE)
    list(library.folders.add(play))
    made = said(library, "Ann").document
    assert made.heading == "All that Ann & Day said"
    first, second = made.turns
    assert first.text == "One line,\nand another." and first.passages[0].kind == "verse"
    assert [(passage.kind, passage.text) for passage in second.passages] == [
        ("aside", "She laughs."), ("speech", "Yes & no."),
    ]  # fmt: skip
    assert [note.text for note in made.notes] == ["A note."]


def test_a_file_that_is_gone_or_changed_is_told(library: Library, tmp_path: Path) -> None:
    (tmp_path / "archive" / "v6.xml").unlink()
    made = said(library, "Robert")
    assert [turn.text for turn in made.document.turns] == ["I agree."]
    assert len(made.notices) == 1 and "v6.xml: no such file" in made.notices[0]
    v5 = tmp_path / "archive" / "v5.xml"
    v5.write_text(v5.read_text().replace("An earlier day", "A later day"))
    with pytest.raises(DocumentError, match="has changed since it was added"):
        said(library, "Robert")


def test_who_is_only_spoken_of_says_nothing(library: Library) -> None:
    with pytest.raises(DocumentError, match="Charles de Gaulle says nothing in the documents of the library"):
        said(library, "Gaulle")


def test_the_voice_of_a_full_name_is_known_and_that_of_a_label_is_taken_over(library: Library, tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("ANNE: One.\n\nBEN: Two.\n\nANNE: Three.\n\nBEN: Four.\n")
    list(library.folders.add(talk))
    document = read(talk)
    library.keep_place(document, talk, Position(0, 0))
    library.keep_voice(document.key, "ANNE", "nell")
    made = said(library, "Anne").document
    assert library.cast(made.key) == {made.people[0].id: "nell"}


def test_it_is_written_where_nobody_else_reads_it_and_is_not_listed(library: Library) -> None:
    made = said(library, "Robert")
    path = made.write()
    assert path == said_folder() / "Robert F. Kennedy.xml" and path.stat().st_mode & 0o777 == 0o600
    document = read(path)
    assert document.key == made.document.key
    listed = len(library.recent(-1))
    library.keep_place(document, path, Position(2, 0))
    assert len(library.recent(-1)) == listed and library.place(document.key) == Position(2, 0)
    assert library.index.missing() == [] and library.last_path() is None


def test_the_share_that_is_done_is_told(library: Library) -> None:
    shares: list[float] = []
    all_said(library.everywhere.find("John Kennedy")[0], library, shares.append)
    assert shares == [0.0, 0.5, 1.0]


def test_a_name_of_any_signs_is_a_file_name(library: Library, tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("A/../B: One.\n\nBEN: Two.\n\nA/../B: Three.\n\nBEN: Four.\n")
    list(library.folders.add(talk))
    for person in library.everywhere.find("B") + library.everywhere.find("Ben"):
        assert all_said(person, library).write().parent == said_folder()


def test_words_that_are_rehearsed_are_not_in_it(library: Library, tmp_path: Path) -> None:
    play = tmp_path / "play.xml"
    play.write_text(VERSE)
    list(library.folders.add(play))
    document = read(play)
    library.chairs.keep(document.key, {document.people[0].id: "Ann"})
    made = said(library, "Ann")
    assert [turn.text.split() for turn in made.document.turns] == [["…"], ["She", "laughs.", "…"]]
    assert b"another" not in made.data and b"Yes" not in made.data
