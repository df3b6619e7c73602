"""Turns that are packed are the turns that they were, whatever is asked of them."""

from __future__ import annotations

import pickle

import pytest

from tests.benchmarks.texts import FORMATS
from tests.support.corpus import MEMORANDUM
from tui_reader.casting import cast, load_voices
from tui_reader.cli import inspect_report
from tui_reader.document import columnar as packing
from tui_reader.document.columnar import ColumnarTurns, is_columnar, marked_pages, to_columns
from tui_reader.document.decisions import Decision, Verb, apply
from tui_reader.document.model import Document, Page, Position
from tui_reader.formats import parse, read
from tui_reader.narration.ledger import ledger
from tui_reader.narration.narration import Narration
from tui_reader.reading import steps
from tui_reader.reading.reading_progress import ReadingProgress
from tui_reader.reading.typed_place import part_starts

WITH_PARTS = """# A talk

## One

**AES:** First words, over
  two   lines.

**GWB:** Second.[^1] And more.

> A line
> and another

## Two

**AES:** Third.

**GWB:** Fourth.

[^1]: A note.
"""
DOCUMENTS = {
    "the memorandum": read(MEMORANDUM),
    "parts and notes": parse(WITH_PARTS.encode(), "talk.md"),
    "lines": parse(b"AES: Some words\nthat go on\n  and on.\n\nGWB: No.\n\nAES:\tYes,  no.", "talk.txt"),
    **{label: parse(made(40).encode(), name) for label, (name, made) in FORMATS.items()},
}


@pytest.fixture(params=[*DOCUMENTS.values()], ids=[*DOCUMENTS])
def document(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Document:
    """One of many formats; all parts with turns are long enough to be packed."""
    monkeypatch.setattr(packing, "MANY", 1)
    assert isinstance(request.param, Document)
    return request.param


def without_part(page: Page) -> tuple[object, ...]:
    """A page but for its part, which holds all turns."""
    return page.index, page.part.id, page.turn, page.passages


def test_every_page_and_turn_is_what_it_was(document: Document) -> None:
    again = to_columns(document)
    assert is_columnar(again) and not is_columnar(document)
    assert [*map(without_part, again.pages)] == [*map(without_part, document.pages)]
    assert [again.pages[at].text for at in range(-len(again.pages), 0)] == [page.text for page in document.pages]
    assert tuple(again.turns) == document.turns and again.turns[-1] == document.turns[-1]
    assert again.pages[0:2] == (again.pages[0], again.pages[1])
    assert again.pages[1] is again.pages[1]
    with pytest.raises(IndexError):
        again.pages[len(document.pages)]


def test_it_goes_to_another_process_and_back(document: Document) -> None:
    again = pickle.loads(pickle.dumps(to_columns(document), 5))
    assert is_columnar(again)
    assert [*map(without_part, again.pages)] == [*map(without_part, document.pages)]


def test_what_is_told_and_said_of_it_is_the_same(document: Document) -> None:
    again = to_columns(document)
    assert inspect_report.page(again) == inspect_report.page(document)
    assert [*Narration(again)] == [*Narration(document)]
    assert ledger(again, Narration(again)).page() == ledger(document, Narration(document)).page()
    voices = load_voices()
    assert cast(again, voices) == cast(document, voices)


def test_steps_lead_to_the_same_places(document: Document) -> None:
    again = to_columns(document)
    assert part_starts(again) == part_starts(document)
    for index in range(len(document.pages)):
        here = Position(index, 0)
        for step in (steps.next_part, steps.previous_part, steps.next_memo, steps.next_of_speaker):
            assert step(again, here) == step(document, here)
        assert ReadingProgress(again).percent(here) == ReadingProgress(document).percent(here)
    for number in (0, 1, len(document.turns), len(document.turns) + 1):
        assert steps.turn(again, number) == steps.turn(document, number)


def test_pages_with_marks_are_found(document: Document) -> None:
    marked = [page.index for page in document.pages if any(passage.marks for passage in page.passages)]
    assert set(marked) <= {page.index for page in marked_pages(to_columns(document))}
    assert set(marked) <= {page.index for page in marked_pages(document)}


def test_decisions_are_applied_to_packed_turns(document: Document) -> None:
    one, other = document.people[0], document.people[1]
    for decisions in (
        [Decision(Verb.MERGE, one.id, other.id), Decision(Verb.NAME, other.id, "Somebody")],
        [Decision(Verb.UNMARK, one.labels[0])],
    ):
        plain, again = apply(document, decisions), apply(to_columns(document), decisions)
        assert [*map(without_part, again.pages)] == [*map(without_part, plain.pages)]
        assert inspect_report.page(again) == inspect_report.page(plain)
        assert not any(part.turns and not isinstance(part.turns, ColumnarTurns) for part in again.parts)


def test_a_short_part_stays_as_it_is() -> None:
    document = DOCUMENTS["the memorandum"]
    assert to_columns(document) is document
