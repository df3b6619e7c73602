"""What a process of `serve` gives of a document in which the person rehearses a part: no word of it, and silence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tui_reader.errors import ReaderError
from tui_reader.faces.served.documents.jobs import Job, Source
from tui_reader.faces.served.documents.worker import Worker
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.settings import keep_setting
from tui_reader.startup.reading_options import ReadingOptions

PLAY = "ANN: Good morning.\n\nBEN: Kumquats are the best. (Rises.) I like them.\n\nANN: Then we walk.\n\nCARL: We do.\n"


class Served:
    """Two processes of one server, which share a library."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "play.txt"
        self.path.write_text(PLAY, encoding="utf-8")
        self._library = folder / "library.sqlite"
        self._source = Source(self.path, ReadingOptions(library=self._library, engine="tone"))
        self.workers = Worker(), Worker()

    def ask(self, task: str, worker: int = 0, **values: Any) -> Any:
        [answer] = self.workers[worker].do(Job(task, self._source, **values))
        return answer

    def rehearse(self, *people: str) -> None:
        with Library(self._library) as library:
            library.chairs.keep(read(self.path).key, {one: one for one in people})


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    yield served
    for worker in served.workers:
        worker.close()


def test_words_are_hidden_by_each_process_whatever_it_had_open(served: Served) -> None:
    before = {served.ask("open", worker)["version"] for worker in (0, 1)}
    served.rehearse("BEN", "CARL")
    opening = served.ask("open")
    assert before.isdisjoint({opening["version"]}) and len(before) == 1
    for worker in (0, 1):
        text = html.fromstring(served.ask("text", worker, version=opening["version"])["markup"])
        words = text.text_content()
        assert "Kumquats" not in words and "We do" not in words and "Then we walk." in words and "Rises." in words
    assert "Your part: BEN and CARL." in opening["notices"]


def test_a_place_is_not_kept_by_a_page_from_before_the_part_was_taken(served: Served) -> None:
    version = served.ask("open")["version"]
    served.rehearse("BEN")
    with pytest.raises(ReaderError, match="have changed"):
        served.ask("move", version=version, at="s0-0", command="next_page")


def test_a_turn_of_the_person_is_silence_as_long_as_the_voice_and_its_directions_are_heard(served: Served) -> None:
    spoken = served.ask("sound", version=served.ask("open")["version"], at="s1-0")
    served.rehearse("BEN")
    version = served.ask("open")["version"]
    piece = served.ask("sound", version=version, at="s1-0")
    assert len(piece["sound"]) == len(spoken["sound"])
    starts = [round(start * 22050) for _, start, _ in piece["times"]["sentences"]]
    sound = piece["sound"][44:]
    heard = [any(sound[4 * first : 4 * last]) for first, last in pairwise([*starts, len(sound) // 4])]
    assert heard == [False, True, False]
    assert [words for _, _, words in piece["times"]["sentences"]][::2] == [[], []]
    assert served.ask("move", version=version, at="s0-0", command="next_page")["name"] == "Turn 2 of 4, BEN, your turn"
    text = html.fromstring(served.ask("text", version=version)["markup"])
    assert {id for id, *_ in piece["times"]["sentences"]} <= set(text.xpath("//@id"))


def test_first_letters_are_shown_where_the_person_has_set_so(served: Served) -> None:
    served.rehearse("BEN")
    version = served.ask("open")["version"]
    keep_setting("rehearsal_words", "letters")
    letters = served.ask("open")["version"]
    assert letters != version
    words = html.fromstring(served.ask("text", version=letters)["markup"]).text_content()
    assert "K. a. t. b." in " ".join(words.split())
