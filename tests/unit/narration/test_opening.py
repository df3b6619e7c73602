"""Title and date before the talk: a long one in a short form, all of it on demand."""

from __future__ import annotations

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.unit.narration.test_narration import plain
from tui_reader.document.model import Document, Position
from tui_reader.narration.ledger import ledger
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import NarrationOptions, Titles
from tui_reader.narration.opening import LIMIT
from tui_reader.narration.pause import Pause

LONG = "Memorandum of Telephone Conversation Between the Permanent Representative and the Under Secretary (Ball)"


def talk(title: str, date: str = "") -> Document:
    dialogue = Dialogue().titled(title)
    if date:
        dialogue.dated(date)
    return dialogue.turn("A", "Where were you?").document()


def said(document: Document) -> list[str]:
    """What is said by default with short titles, in printed wording, before the talk."""
    return [one.wording.strip() for one in plain(document, titles=Titles.SHORT)][:-1]


@pytest.mark.parametrize(
    ("title", "short"),
    [
        (LONG, "Memorandum"),
        ("Telegram From the Embassy in the Soviet Union to the Department of State", "Telegram From the Embassy"),
        ("The Tragedy of Hamlet, Prince of Denmark", "The Tragedy of Hamlet"),
        ("To Kill a Mockingbird: the screenplay by H. Foote", "To Kill a Mockingbird"),
        ("Summit's 2nd day — what happened next in the long talks", "Summit's 2nd day"),
        ("Überraschungsgespräche zwischen Frau Müller und Herrn Maier", "Überraschungsgespräche"),
        ("Strange Conversations Recorded Yesterday Evening", "Strange Conversations Recorded"),
        ("第二十四次中央委員會全體會議的記錄", "第二十四次中央委員會"),
        ("Meeting No. 5 of the Executive Committee. In the White House.", "Meeting No. 5"),
    ],
)
def test_a_long_title_is_said_in_a_short_form(title: str, short: str) -> None:
    assert said(talk(title, "November 9, 1962, 4:15 p.m.")) == [short]


@pytest.mark.parametrize("title", ["A Call", "Romeo and Juliet", "Interview with Robert McNamara"])
def test_a_short_title_is_said_whole(title: str) -> None:
    assert said(talk(title)) == [title]


def test_a_date_is_said_where_there_is_time_for_it() -> None:
    assert said(talk("A Call", "May 4")) == ["A Call", "May 4"]
    assert said(talk("A Call", "November 9, 1962, 4:15 p.m.")) == ["A Call"]


def test_what_is_said_before_the_talk_is_short_and_so_are_its_pauses() -> None:
    for title in (LONG, "A Call", "A word " * 80):
        opening = [*plain(talk(title, "May 4"), titles=Titles.SHORT)][:-1]
        assert sum(len(one.spoken) for one in opening) <= LIMIT
        assert [one.pause for one in opening] == [*[Pause.SENTENCE] * (len(opening) - 1), Pause.PARAGRAPH]


def test_all_of_it_is_said_when_a_step_goes_back_to_it() -> None:
    narration = Narration(talk(LONG, "November 9, 1962"), NarrationOptions(titles=Titles.SHORT))
    first = narration.at(Position(0, 0))
    date = narration.before(first)
    assert date and date.spoken == "November ninth, nineteen sixty-two"
    title = narration.before(date)
    assert title and title.printed == title.wording == LONG
    short = narration.first()
    assert short and short.printed == LONG and short.spoken == "Memorandum"
    assert narration.after(short) == narration.after(title) == narration.after(date) == first
    assert [one.wording for one in narration.opening] == [LONG, "November 9, 1962"]


def test_nothing_of_a_shortened_title_is_lost() -> None:
    document = talk(f"{LONG}. And More of It. And Yet More", "November 9, 1962")
    account = ledger(document, Narration(document, NarrationOptions(titles=Titles.SHORT)))
    assert account.lost == 0
    skipped = [(entry.printed, entry.why) for entry in account.entries if entry.why and not entry.said]
    assert (" of Telephone Conversation", "rest of a long title, said on demand") in [
        (printed[: len(" of Telephone Conversation")], why) for printed, why in skipped
    ]
    assert ("November 9, 1962", "read on demand") in skipped
    assert (" And More of It. And Yet More", "read on demand") in skipped
