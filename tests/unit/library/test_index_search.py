"""What is found in the library: by names with marks, by date, kind, volume and speaker."""

from __future__ import annotations

import sqlite3
import unicodedata
from pathlib import Path

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.library import Library, index_search
from tui_reader.library.document_facts import kinds
from tui_reader.library.index_query import QueryError
from tui_reader.library.indexed_words import TOKENIZER, _is_alike, indexed, phrase

FOLDERS = (
    ("v11", "d1", "1. Memorandum of Telephone Conversation Between Ball and Stevenson", "1962-10-22T10:00", "Castro"),
    ("v11", "d2", "2. Telegram From the Telephone Company", "1962-11-09", "Castro himself"),
    ("v12", "d1", "1. Letter to Khrushchev", "1963-01-02", "Castro again"),
)


def volume(library: Library, folder: Path, number: int) -> None:
    """Add a document that is one of a volume."""
    name, id, title, date, words = FOLDERS[number]
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title type="complete">Foreign '
        f'Relations, {name}, Cuba</title></titleStmt></fileDesc></teiHeader><text><body><div type="document" '
        f'xml:id="{id}"><head>{title}</head><opener><dateline><date when="{date}">then</date></dateline></opener>'
        f"<p><hi>Ball</hi>: {words}, he said. It is late.</p><p><hi>Stevenson</hi>: Yes.</p></div>"
        '<div type="document" xml:id="other"><head>9. Note</head><p>Nothing.</p></div></body></text></TEI>'
    )
    (folder / f"{name}.xml").write_text(tei) if id == "d1" else (folder / f"{name}-{id}.xml").write_text(tei)


@pytest.fixture
def archive(library: Library, tmp_path: Path) -> Library:
    for number in range(len(FOLDERS)):
        volume(library, tmp_path, number)
    list(library.folders.add(tmp_path))
    return library


def found(library: Library, wanted: str) -> list[str]:
    return [place.path.name for place in library.index.search(wanted)]


@pytest.mark.parametrize(
    ("wanted", "paths"),
    [
        ("castro", {"v11.xml#d1", "v11-d2.xml#d2", "v12.xml#d1"}),
        ("castro after:1962-11", {"v11-d2.xml#d2", "v12.xml#d1"}),
        ("after:1962-10-22 before:1962-10-23 castro", {"v11.xml#d1"}),
        ("castro after:1962-10-23 before:1963", {"v11-d2.xml#d2"}),
        ("castro kind:telephone", {"v11.xml#d1"}),
        ("castro kind:phone", {"v11.xml#d1"}),
        ("castro kind:letter", {"v12.xml#d1"}),
        ("castro in:v12", {"v12.xml#d1"}),
        ("castro in:v11.xml", {"v11.xml#d1"}),
        ('castro in:"relations v12"', {"v12.xml#d1"}),
        ("castro in:v11 after:1963", set()),
        ("@ball in:v12", {"v12.xml#d1"}),
        ("@stevenson castro", set()),
        ('"castro himself"', {"v11-d2.xml#d2"}),
    ],
)
def test_a_search_is_narrowed(archive: Library, wanted: str, paths: set[str]) -> None:
    assert set(found(archive, wanted)) == paths


def test_a_document_is_found_by_its_title_at_its_beginning(archive: Library) -> None:
    (place,) = archive.index.search("khrushchev castro")
    assert place.path.name == "v12.xml#d1" and place.page == 0
    assert found(archive, '"telephone company"') == ["v11-d2.xml#d2"]


def test_a_volume_that_is_not_there_is_told(archive: Library) -> None:
    with pytest.raises(QueryError, match="in:v99 is no volume of the library"):
        archive.index.search("castro in:v99")


def test_a_place_has_the_sentence_and_the_date(archive: Library) -> None:
    (place,) = archive.index.search("himself")
    assert (place.date, place.words, place.found) == ("1962-11-09", "Castro himself, he said.", "himself, he said.")


def test_without_words_places_come_by_date(archive: Library) -> None:
    assert found(archive, "@ball") == ["v11.xml#d1", "v11-d2.xml#d2", "v12.xml#d1"]


def test_without_words_and_speakers_each_document_comes_once(archive: Library) -> None:
    assert found(archive, "kind:telephone") == ["v11.xml#d1"]
    assert found(archive, "after:1962-11") == ["v11-d2.xml#d2", "v12.xml#d1"]


def talk(library: Library, *turns: str) -> None:
    dialogue = Dialogue()
    for words in turns:
        dialogue.turn("ANNE", words)
    library.keep_document(dialogue.document(), Path("/talk.txt"))
    library.index.add(dialogue.document())


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Łódź", "lodz"),
        ("Lodz", "Łódź"),
        ("Søren Kierkegaard", "soren"),
        ("Lech Wałęsa", '"lech walesa"'),
        ("Хрущёв", "хрущев"),
        ("Хрущев", "Хрущёв"),
        ("η Ελλάς είναι", "ελλασ"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
        ("إسلام", "اسلام"),
        ("中華人民共和国", "人民"),
        ("中華人民共和国", "民共和"),
        ("第3次会议", "第3次"),
        ("東京タワー", "京タ"),
        ("สวัสดีครับ", "ดีค"),
        ("हिन्दी में", "हिन्दी"),
        ("서울에서", "서울"),
        ("Cafe\u0301", "café"),
        ("soft\u00adware", "software"),
    ],
)
def test_names_are_found_however_their_marks_are_typed(library: Library, printed: str, typed: str) -> None:
    talk(library, "Nothing is here.", f"This is {printed}, he said.")
    (place,) = library.index.search(typed)
    assert place.page == 1 and place.words == f"This is {printed}, he said." and place.found


@pytest.mark.parametrize(("printed", "typed"), [("中華人民共和国", "人共"), ("第3课", "第3次"), ("がく", "かく")])
def test_other_words_are_not(library: Library, printed: str, typed: str) -> None:
    talk(library, f"This is {printed}.")
    assert library.index.search(typed) == []


def test_a_speaker_is_found_without_the_marks_of_the_name(library: Library) -> None:
    document = Dialogue().turn("WAŁĘSA", "Solidarity.").document()
    library.keep_document(document, Path("/talk.txt"))
    library.index.add(document)
    assert len(library.index.search("@walesa")) == 1


def test_of_many_places_some_of_each_stretch_are_compared(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_search, "RANKED", 10)
    monkeypatch.setattr(index_search, "STRETCHES", 5)
    talk(library, *["A word."] * 60, "Word word word.", *["A word."] * 39)
    assert len(library.index.search("word")) == 10
    monkeypatch.setattr(index_search, "COMMON", 50)
    assert [place.page for place in library.index.search("word", 5)] == [0, 20, 40, 60, 80]


def test_places_that_are_close_together_are_all_compared(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_search, "RANKED", 20)
    monkeypatch.setattr(index_search, "STRETCHES", 5)
    talk(library, *["Nothing."] * 80, *["A word."] * 15, "Word word word.")
    assert library.index.search("word", 10)[0].page == 95


@pytest.mark.parametrize("most", [1, 2, 7])
def test_as_many_places_are_found_as_are_wanted(library: Library, most: int) -> None:
    talk(library, *["A word."] * 100)
    assert len(library.index.search("word", most)) == most


def test_a_search_of_very_many_words_looks_into_few_stretches(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_search, "RANKED", 10)
    monkeypatch.setattr(index_search, "LOOKED_UP", 1)
    monkeypatch.setattr(index_search, "FEWEST", 2)
    monkeypatch.setattr(index_search, "COMMON", 50)
    talk(library, *["A word."] * 100)
    assert [place.page for place in library.index.search("word", 4)] == [0, 1, 50, 51]


def test_the_best_place_comes_first_also_beside_a_word_that_is_everywhere(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_search, "COMMON", 6)
    talk(library, *["the word and so on and on."] * 4, "the word, the word.", *["the end."] * 5)
    assert library.index.search("the word")[0].page == 4


def test_the_tokenizer_makes_the_same_of_what_is_indexed_as_it_is_printed() -> None:
    letters = [chr(code) for code in range(0x80, 0x3100) if _is_alike(chr(code))]
    with sqlite3.connect(":memory:") as database:
        database.execute(f'CREATE VIRTUAL TABLE words USING fts5 (word, tokenize = "{TOKENIZER}")')
        for number, letter in enumerate(letters, 1):
            database.execute("INSERT INTO words (rowid, word) VALUES (?, ?)", (number, f"a{letter}b"))
        for number, letter in enumerate(letters, 1):
            (expression,) = phrase(f"a{letter}b")
            sql = "SELECT 1 FROM words WHERE words MATCH ? AND rowid = ?"
            assert database.execute(sql, (expression, number)).fetchall(), unicodedata.name(letter)


def test_english_and_french_are_not_stored_twice() -> None:
    assert indexed("“Où est-il, l’été?” — à Łódź"[:22]) == ("“Où est-il, l’été?” — ", None)
    assert indexed("à Łódź") == ("a lodz", "à Łódź")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Memorandum of Telephone Conversation Between A and B", ["telephone", "conversation", "memorandum"]),
        ("Telegram From the Telephone Company", ["telegram"]),
        ("Telcon", ["telephone", "conversation"]),
        ("Minutes of the 509th Meeting of the Council", ["meeting", "record"]),
        ("Hamlet", []),
    ],
)
def test_the_kind_of_a_document_is_told_by_the_first_words_of_its_title(title: str, told: list[str]) -> None:
    assert kinds(title) == told
