"""Lines of speeches that are verse, put together as one passage whose line breaks stay.

A line of verse begins with a capital also where the sentence goes on. Knows passages; not who speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui_reader.document.model import Kind, Passage
from tui_reader.formats.passages import PrintedMark, passage
from tui_reader.formats.transcript.drafts import Draft

_FEWEST, _FEWEST_AMONG_OTHERS = 3, 2
"""Lines that tell verse by themselves, and in a text with other verse."""
_LONGEST = 65
"""Characters of a line."""
_WORDS = range(4, 13)
"""How many words a line has on average: those of lists and addresses have fewer, those of prose more."""
_SENTENCE_ENDS = tuple(".?!…")
_WITHIN = tuple(",;:—–-")
"""Signs at the end of a line within a sentence; items of lists have none."""
_CLOSING = "\"'”’»)]"


def set_verse(text: str, drafts: Iterable[Draft]) -> None:
    """Make verse of the lines in the speeches that are verse."""
    speeches = [speech for draft in drafts for speech in draft.speeches if len(speech.passages) > 1]
    runs = [(speech, list(_runs(text, speech.passages))) for speech in speeches]
    if not any(_is_verse([one.text for one in run], _FEWEST) for _, found in runs for run in found):
        return
    for speech, found in runs:
        speech.passages = [one for run in found for one in _set(text, run)]


def _runs(text: str, passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The passages in order, spoken lines that stand one below the other together."""
    run: list[Passage] = []
    for one in passages:
        if run and not (one.kind is run[-1].kind is Kind.SPEECH and _is_below(text, run[-1], one)):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _is_below(text: str, above: Passage, line: Passage) -> bool:
    """Whether nothing but the end of a line stands between two passages."""
    if not (above.spans and line.spans):
        return False
    between = text[above.spans[-1].end : line.spans[0].start]
    return between.isspace() and between.count("\n") == 1


def _set(text: str, run: Sequence[Passage]) -> Sequence[Passage]:
    """The lines of a run as one passage of verse, or as they are."""
    lines = [one.text for one in run]
    if not _is_verse(lines, _FEWEST_AMONG_OTHERS):
        return run
    marks = [PrintedMark(mark.note, mark.span) for one in run for mark in one.marks if mark.span]
    made = passage(Kind.VERSE, text, run[0].spans[0].start, run[-1].spans[-1].end, marks)
    return [made] if made.text == "\n".join(lines) else run


def _is_verse(lines: Sequence[str], fewest: int) -> bool:
    """Whether these lines of a speech are verse and no list, and no paragraphs."""
    if len(lines) < fewest or max(map(len, lines)) > _LONGEST:
        return False
    if not all(_begins_with_capital(line) for line in lines):
        return False
    *inner, last = (line.rstrip(_CLOSING) for line in lines)
    goes_on = sum(not line.endswith(_SENTENCE_ENDS) for line in inner)
    return (
        2 * goes_on >= len(inner)
        and any(line.endswith(_WITHIN) for line in inner)
        and last.endswith((*_SENTENCE_ENDS, *_WITHIN))
        and sum(len(line.split()) for line in lines) // len(lines) in _WORDS
    )


def _begins_with_capital(line: str) -> bool:
    return next((char.isupper() for char in line if char.isalpha()), False)
