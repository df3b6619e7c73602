"""A document that was edited keeps what is remembered of it; what is not found again is listed, never dropped."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tui_reader.document.decisions import Decision, Verb
from tui_reader.document.model import Document, Position
from tui_reader.document.turn_corrections import first_place
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.library.bookmark_store import Bookmark
from tui_reader.paths import bundled

MEMORANDUM = (bundled("corpus") / "stevenson-ball.txt").read_text(encoding="utf-8")
REMOVED = "GB: I think you will find there is a great deal of accord on the first part.\n\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    return written(tmp_path / "talk.txt", MEMORANDUM)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def edited(text: str) -> str:
    """A line added before, a word changed, a paragraph removed."""
    text = text.replace("AES: I wonder if", "GWB: Before we begin, a word of thanks.\n\nAES: I wonder if", 1)
    return text.replace("the whole American state system", "the whole American alliance system").replace(REMOVED, "")


def opened(path: Path, library: Library) -> tuple[Document, str]:
    """The document as a reading opens it, and the line that tells what was taken over."""
    document = read(path)
    told = library.take_over_edited(document, path)
    library.keep_place(document, path, library.place(document.key) or Position(0, 0))
    return document, told


def words_at(document: Document, place: Position, length: int = 30) -> str:
    return document.pages[place.page].text[place.offset :][:length]


@pytest.mark.parametrize("seed", range(4))
def test_an_edited_memorandum_keeps_its_bookmarks(seed: int, library: Library, talk: Path) -> None:
    chance = random.Random(seed)
    before, _ = opened(talk, library)
    places = chance.sample([Position(page.index, 0) for page in before.pages], 20)
    numbers = {library.bookmarks.add(before, place, note=f"at {place.page}"): place for place in places}
    after, told = opened(written(talk, edited(MEMORANDUM)), library)
    for number, place, _, note, lost in library.bookmarks.of(after):
        words = words_at(before, numbers[number])
        assert note == f"at {numbers[number].page}"
        assert bool(lost) == (words in REMOVED)
        if not lost and "American" not in words:
            assert words_at(after, place) == words
    assert len(library.bookmarks.of(after)) == 20
    assert "bookmarks" in told


def test_place_highlight_corrections_voices_and_pronunciations_are_taken_over(library: Library, talk: Path) -> None:
    before, _ = opened(talk, library)
    turn = before.turns[11]
    library.keep_place(before, talk, Position(9, 4))
    library.bookmarks.add(before, Position(8, 13), 14)
    decisions = [Decision(Verb.NAME, "AES", "Adlai"), Decision(Verb.GIVE_TURN, str(first_place(turn)), "GWB")]
    library.label_decisions.add(before.key, decisions)
    library.label_decisions.apply_to(before)
    library.keep_voice(before.key, "AES", "henry")
    library.keep_word(before.key, "Mikoyan", 'Mikoyan = "mee-koh-YAHN"')
    after, told = opened(written(talk, edited(MEMORANDUM)), library)
    assert (
        told == "talk.txt was edited since you read it. Found again: your place, 1 bookmark and 1 correction of turns."
    )
    assert words_at(after, library.place(after.key) or Position(0, 0)) == words_at(before, Position(9, 4))
    assert library.bookmarks.of(after) == [Bookmark(1, Position(9, 13), 14, "")]
    understood = library.label_decisions.apply_to(after)
    given = next(one for one in understood.turns if one.text == turn.text)
    assert given.speaker == "GWB" != turn.speaker
    assert understood.warnings == after.warnings
    assert library.cast(after.key) == {"AES": "henry"}
    assert library.lexicon(after.key) == ('Mikoyan = "mee-koh-YAHN"',)


def test_what_is_gone_is_listed_with_its_words_and_comes_back_with_them(library: Library, talk: Path) -> None:
    before, _ = opened(talk, library)
    page = next(page for page in before.pages if page.text in REMOVED)
    assert page.turn
    library.bookmarks.add(before, Position(page.index, 0), note="accord")
    library.label_decisions.add(before.key, [Decision(Verb.GIVE_TURN, str(first_place(page.turn)), "AES")])
    library.label_decisions.apply_to(before)
    after, told = opened(written(talk, edited(MEMORANDUM)), library)
    assert told.endswith(
        "Not found any more: bookmark 1 (the list of bookmarks has the words) and 1 correction of turns."
    )
    assert library.bookmarks.of(after) == [Bookmark(1, Position(0, 0), 0, "accord", page.text)]
    (warning,) = library.label_decisions.apply_to(after).warnings[len(after.warnings) :]
    assert page.text in warning
    library.bookmarks.add(after, Position(3, 0))
    again, told = opened(written(talk, f"{MEMORANDUM}\n\nAES: Good-bye.\n"), library)
    assert told.endswith("Found again: 2 bookmarks and 1 correction of turns.")
    assert [one.lost for one in library.bookmarks.of(again)] == ["", ""]
    assert words_at(again, library.bookmarks.of(again)[1].place) == page.text[:30]


def test_an_edit_that_is_undone_doubles_nothing(library: Library, talk: Path) -> None:
    before, _ = opened(talk, library)
    library.bookmarks.add(before, Position(5, 0), note="first")
    library.label_decisions.add(before.key, [Decision(Verb.NAME, "AES", "Adlai")])
    after, _ = opened(written(talk, edited(MEMORANDUM)), library)
    library.bookmarks.add(after, Position(7, 0), note="second")
    library.bookmarks.write_note(after, 1, "changed")
    again, _ = opened(written(talk, MEMORANDUM), library)
    assert [(one.number, one.place.page, one.note) for one in library.bookmarks.of(again)] == [
        (1, 5, "changed"),
        (2, 6, "second"),
    ]
    assert library.label_decisions.of(again.key) == (Decision(Verb.NAME, "AES", "Adlai"),)


def test_another_document_in_the_place_of_a_file_takes_nothing_from_it(library: Library, talk: Path) -> None:
    before, _ = opened(talk, library)
    library.bookmarks.add(before, Position(5, 0))
    other = written(talk.with_name("other.txt"), "ANNE: Good morning.\n\nBEN: Good morning to you.\n")
    opened(other, library)
    document, told = opened(written(talk, other.read_text(encoding="utf-8")), library)
    assert (library.bookmarks.of(document), told) == ([], "")


def test_a_file_that_was_moved_and_edited_is_known_by_its_title_and_words(library: Library, talk: Path) -> None:
    before, _ = opened(talk, library)
    library.bookmarks.add(before, Position(5, 0))
    moved = talk.rename(talk.with_name("moved.txt"))
    document, told = opened(written(moved, edited(MEMORANDUM)), library)
    assert len(library.bookmarks.of(document)) == 1
    assert told.startswith("moved.txt was edited")


def test_a_file_that_was_added_again_after_it_was_edited_is_known_too(library: Library, talk: Path) -> None:
    before, _ = opened(talk, library)
    library.bookmarks.add(before, Position(5, 0))
    for ending in ("", "\n\nAES: Good-bye.\n"):
        library.keep_document(read(written(talk, edited(MEMORANDUM) + ending)), talk)
    document, told = opened(talk, library)
    assert (
        len(library.bookmarks.of(document)) == 1
        and told == "talk.txt was edited since you read it. Found again: 1 bookmark."
    )
    assert opened(talk, library)[1] == ""


def test_a_copy_with_changes_beside_the_file_is_a_document_of_its_own(library: Library, talk: Path) -> None:
    before, _ = opened(talk, library)
    library.bookmarks.add(before, Position(5, 0))
    document, told = opened(written(talk.with_name("copy.txt"), edited(MEMORANDUM)), library)
    assert (library.bookmarks.of(document), told) == ([], "")
    assert len(library.bookmarks.of(before)) == 1


def test_a_document_of_a_volume_is_known_by_its_words_where_its_id_has_changed(
    library: Library, tmp_path: Path
) -> None:
    rain, bridge = "It rains on the hills and the road is closed.", "The bridge was opened on a Monday in the spring."
    volume, marked = written(tmp_path / "volume.xml", volume_of(rain, bridge)), {}
    for number in (1, 2):
        document, _ = opened(tmp_path / f"volume.xml#d{number}", library)
        at = document.pages[0].text.index("I say")
        library.bookmarks.add(document, Position(0, at))
        marked[number] = words_at(document, Position(0, at))
    written(volume, volume_of("A talk that was put before the others.", rain, bridge))
    first, told = opened(tmp_path / "volume.xml#d1", library)
    assert (library.bookmarks.of(first), told) == ([], "")
    for number in (2, 1):
        document, told = opened(tmp_path / f"volume.xml#d{number + 1}", library)
        assert [words_at(document, one.place) for one in library.bookmarks.of(document)] == [marked[number]]
        assert told == "volume.xml was edited since you read it. Found again: 1 bookmark."


def volume_of(*texts: str) -> str:
    documents = (
        f'<div type="document" xml:id="d{number}"><head>{number}. Of {text[-12:-1]}</head>'
        f"<p>{text} I say: {text}</p></div>"
        for number, text in enumerate(texts, 1)
    )
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{"".join(documents)}</body></text></TEI>'
