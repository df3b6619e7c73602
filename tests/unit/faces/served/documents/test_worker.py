"""What a process of `serve` gives for a document: its text, its sound with times, where steps lead, the library."""

from __future__ import annotations

import io
import wave
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.support.corpus import MEMORANDUM
from tests.support.talks import TALK, VOLUME
from tui_reader.document.model import Position
from tui_reader.errors import EngineError, ReaderError
from tui_reader.faces.served.documents.jobs import Job, Source
from tui_reader.faces.served.documents.opened import CHANGED
from tui_reader.faces.served.documents.worker import Worker
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.tts.silent_engine import SilentEngine
from tui_reader.tts.tone_engine import ToneEngine

Ask = Callable[..., Any]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def ask(tmp_path: Path, library: Path) -> Iterator[Ask]:
    """Asks for a task of the document at `path`, spoken by tones; without a version for the newest."""
    worker, versions = Worker(), dict[tuple[Path, str], str]()

    def ask(task: str, path: Path = MEMORANDUM, document: str = "", engine: str = "tone", **values: Any) -> Any:
        job = Job(task, Source(path, ReadingOptions(library=library, engine=engine)), document, **values)
        if task in ("text", "sound", "move") and not job.version:
            if (path, document) not in versions:
                ask("open", path, document, engine)
            job = job._replace(version=versions[path, document])
        [answer] = worker.do(job)
        if task == "open" and "version" in answer:
            versions[path, document] = answer["version"]
        return answer

    yield ask
    worker.close()


def test_the_opening_has_title_people_and_contents_and_the_chunks_all_turns(ask: Ask) -> None:
    opening = ask("open")
    front = html.fromstring(opening["front"])
    assert "Stevenson" in front.text_content() and front.xpath("//h1") and opening["language"] == "en"
    assert opening["contents"][0][1] == 23 and opening["pages"] == 24
    text = html.fromstring(ask("text", number=0)["markup"])
    for turn in read(MEMORANDUM).turns:
        [article] = text.xpath(f"//article[@id='t{turn.number}']")
        assert turn.passages[0].text.split()[0] in article.text_content()
        assert article.get("data-page") == str(turn.number - 1)
    assert ask("text", number=1)["markup"].count("<article") == 0


def test_words_of_a_document_are_never_markup(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("A<B>: Hello <script>alert(1)</script> & <img src=x>.\n\nCARL: Yes.\n\nANNE: <b>No.\n\nCARL: No.\n")
    markup = ask("text", path, number=0)["markup"]
    assert "<script" not in markup and "<img" not in markup and "&lt;script&gt;" in markup


def test_each_chunk_has_its_own_turns_and_each_note_one_mark_to_go_back_to(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"ANNE: This is number {n}.\n\nBEN: Yes, {n}.\n\n" for n in range(60)))
    for number, turns in ((0, range(1, 51)), (1, range(51, 101)), (2, range(101, 121)), (1, range(51, 101))):
        text = html.fromstring(ask("text", path, number=number)["markup"])
        assert [article.get("id") for article in text.xpath("//article")] == [f"t{turn}" for turn in turns]
    first, again = (ask("text", number=0)["markup"] for _ in range(2))
    assert first == again and 'id="m1"' in first


def test_a_piece_is_sound_and_the_times_of_its_words(ask: Ask) -> None:
    piece = ask("sound", at="s8-0")
    with wave.open(io.BytesIO(piece["sound"])) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        assert sound.getnchannels() == 2
    [(sentence, start, words), *_] = piece["times"]["sentences"]
    text = read(MEMORANDUM).pages[8].text
    assert sentence == "s8-0" and start == 0
    assert [text[first:last] for _, first, last in words[:3]] == ["He", "still", "has"]
    times = [at for at, _, _ in words]
    assert times == sorted(times) and times[-1] < seconds
    assert piece["times"]["next"] == "s9-0" and piece["times"]["trouble"] == ""


def test_the_pieces_of_a_turn_are_the_same_whichever_sentence_is_asked_for_and_leave_nothing_out(ask: Ask) -> None:
    heard, at = list[str](), "s0-0"
    while at:
        piece = ask("sound", at=at)
        ids = [id for id, *_ in piece["times"]["sentences"]]
        assert ids[0] == at and len(piece["sound"]) < 5_000_000
        assert [id for id, *_ in ask("sound", at=ids[-1])["times"]["sentences"]] == ids
        heard, at = heard + ids, piece["times"]["next"]
    assert len(heard) == len(set(heard)) > 50
    text = html.fromstring(ask("text", number=0)["markup"])
    shown = set(text.xpath("//@id")) | set(html.fromstring(ask("open")["front"]).xpath("//@id"))
    assert set(heard) <= shown


def test_characters_are_counted_as_the_browser_counts_them(ask: Ask, tmp_path: Path, library: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("ANNE: Well, 😀😀 we shall see.\n\nBEN: Yes.\n\nANNE: No.\n\nBEN: No.\n", encoding="utf-8")
    [(_, _, words), *_] = ask("sound", path, at="s0-0")["times"]["sentences"]
    text = "Well, 😀😀 we shall see.".encode("utf-16-le")
    said = [text[2 * first : 2 * last].decode("utf-16-le") for _, first, last in words]
    assert said[-3:] == ["we", "shall", "see."]
    first = words[-1][1]
    ask("move", path, at="s0-0", command="stay", number=first)
    with Library(library) as kept:
        assert kept.place(read(path).key) == Position(0, len("Well, 😀😀 we shall "))


class Failing(ToneEngine):
    """Says nothing at all."""

    def synthesise(self, *_: object) -> None:
        raise EngineError("The engine failed.")


def test_where_the_engine_fails_another_speaks_and_where_none_does_it_is_silent(
    ask: Ask, talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui_reader.faces.served.documents import sound

    engines = {"tone": Failing, "espeak": ToneEngine, "quiet": SilentEngine}
    monkeypatch.setattr(sound, "open_engine", lambda name: engines[name]())
    piece = ask("sound", at="s8-0")
    assert piece["times"]["trouble"] == "The engine failed. Going on with tone."
    assert any(piece["sound"][44:]) and ask("sound", at="s9-0")["times"]["trouble"] == ""

    engines["espeak"] = Failing
    silent = ask("sound", talk, at="s0-0")
    line = "No speech engine speaks here, so nothing is heard; tui-reader doctor says what is missing."
    assert silent["times"]["trouble"] == f"The engine failed. {line}" and not any(silent["sound"][44:])
    assert ask("sound", talk, at=silent["times"]["next"])["times"]["trouble"] == line  # whenever it is played
    assert len(silent["sound"]) > 40_000


STEPS = {
    "next_page": "s9-0", "previous_page": "s7-0", "next_of_speaker": "s10-0", "repeat": "s8-0", "next_sentence": "s9-0",
    "previous_sentence": "s7-0", "next_part": "s23-0",
}  # fmt: skip


def test_a_step_leads_where_the_readers_own_does_and_is_kept_at_once(ask: Ask, library: Path) -> None:
    steps = [(command, "", leads) for command, leads in STEPS.items()]
    with Library(library) as kept:
        for command, words, leads in (*steps, ("go", "12", "s11-0"), ("go", "turn 23", "s22-0")):
            place = ask("move", at="s8-0", command=command, words=words)
            assert place["at"] == leads and place["page"] == int(leads[1:].split("-")[0])
            assert kept.place(read(MEMORANDUM).key) == Position(place["page"], 0)
    assert ask("open")["here"] == place


def test_a_step_that_leads_nowhere_is_a_line(ask: Ask) -> None:
    assert ask("move", at="s0-0", command="previous_page") == {"told": "Start of document."}
    assert ask("move", at="s0-0", command="go", words="99") == {"told": "No turn 99. The last is 23."}
    for at, command in (("s0-0", "rm"), ("../x", "stay"), ("s999999999-0", "stay"), ("s0", "stay"), ("", "stay")):
        with pytest.raises(ReaderError):
            ask("move", at=at, command=command)


def test_a_document_opens_where_the_reader_left_it_and_at_a_turn_that_is_named(ask: Ask, library: Path) -> None:
    document = read(MEMORANDUM)
    assert ask("open")["here"]["at"] == "s0-0"  # the title, which is heard first
    with Library(library) as kept:
        kept.keep_place(document, MEMORANDUM, Position(8, 0))
    assert ask("open")["here"]["name"] == "Turn 9 of 23, Ball"
    assert ask("open", words="12")["here"]["at"] == "s11-0"
    with pytest.raises(ReaderError, match="No turn 99"):
        ask("open", words="99")


def test_a_document_that_was_replaced_is_told_to_a_page_that_shows_the_one_before(ask: Ask, talk: Path) -> None:
    version = ask("open", talk)["version"]
    talk.write_text(TALK + "\nANNE: And this is new.\n", encoding="utf-8")
    assert ask("text", talk, version=version, number=0)["markup"]  # it is open still
    with pytest.raises(ReaderError, match="have changed"):  # but its places are no longer the document's
        ask("move", talk, version=version, at="s0-0", command="next_page")
    fresh = Worker()
    source = Source(talk, ReadingOptions(engine="tone", library=talk.with_name("other.sqlite")))
    with pytest.raises(ReaderError) as refusal:
        list(fresh.do(Job("sound", source, version=version, at="s0-0")))
    fresh.close()
    assert str(refusal.value) == CHANGED
    assert ask("open", talk)["version"] != version


def test_documents_of_the_library_are_listed_found_and_opened_by_their_key_alone(ask: Ask, talk: Path) -> None:
    ask("open")
    ask("open", talk)
    [first, second] = ask("library")["rows"]
    assert first["href"] == f"/document/{read(talk).key}" and "percent" in second["about"]
    [found] = ask("library", words="telephone stevenson")["rows"]
    assert found == second
    assert ask("open", talk, document=read(MEMORANDUM).key)["pages"] == 24
    for wrong in ("0" * 64, "/etc/passwd", "../talk.txt", str(talk)):
        with pytest.raises(ReaderError, match="No such document in the library"):
            ask("open", talk, document=wrong)


def test_a_file_of_many_documents_is_a_list_of_them(ask: Ask, tmp_path: Path, library: Path) -> None:
    path = tmp_path / "volume.xml"
    path.write_text(VOLUME, encoding="utf-8")
    rows = ask("open", path)["rows"]
    assert [(row["title"], row["href"]) for row in rows] == [
        ("1. Letter", "/document/%23d1"), ("2. Note", "/document/%23d2")
    ]  # fmt: skip
    assert "The mine is dry." in ask("text", path, "#d2", number=0)["markup"]
    with Library(library) as kept:
        list(kept.folders.add(path))
    [volume] = ask("library", path)["rows"]
    listed = ask("library", path, number=int(volume["href"].partition("=")[2]))
    assert listed["title"] == volume["title"] and len(listed["rows"]) == 2


@pytest.mark.parametrize("engine", ["tone", "espeak"])
def test_a_document_with_a_recording_is_heard_as_it_was_said(ask: Ask, tmp_path: Path, engine: str) -> None:
    path = tmp_path / "talk.vtt"
    write_recording(tmp_path / "talk.wav")
    path.write_text(
        "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>One <00:02.000>two <00:03.000>three.\n\n"
        "00:04.500 --> 00:06.000\n<v Ben>Four.\n"
    )
    piece = ask("sound", path, at="s0-0", engine=engine)
    with wave.open(io.BytesIO(piece["sound"])) as sound:
        rate, frames = sound.getframerate(), array("h", sound.readframes(sound.getnframes()))[::2]
    [(_, start, words)] = piece["times"]["sentences"]
    assert [round((at - start) * 10) for at, _, _ in words] == [0, 10, 20]
    for at, second in zip([at for at, _, _ in words], (1, 2, 3), strict=True):
        assert abs(frames[round((at + 0.5) * rate)] - 1000 * second) < 60
    [(_, _, estimated)] = ask("sound", path, at="s1-0", engine=engine)["times"]["sentences"]
    assert estimated == []  # only the caption has a time: the sentence is marked


def write_recording(path: Path) -> None:
    """A recording of eight seconds, each of which is as high as a thousand times its number."""
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(array("h", [1000 * (frame // 8000) for frame in range(64000)]).tobytes())


def test_the_opening_tells_where_notes_stand_and_whether_the_speed_was_given(tmp_path: Path, library: Path) -> None:
    worker = Worker()
    try:
        for speed in (None, 1.5):
            options = ReadingOptions(library=library, engine="tone", speed=speed)
            [opening] = worker.do(Job("open", Source(MEMORANDUM, options), ""))
            assert opening["speed_given"] is (speed is not None)
            assert opening["notes"]["1"] == (0, 0) and len(opening["notes"]) >= 3
    finally:
        worker.close()
