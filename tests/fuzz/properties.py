"""What holds of whatever bytes are read: a whole, safe Document or an error of one line. Knows no format."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tui_reader.document.accounting import gaps, spans
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document, Kind, Passage
from tui_reader.errors import DocumentError
from tui_reader.formats import parse
from tui_reader.narration.ledger import ledger
from tui_reader.narration.ledger_entries import CoverageStatus
from tui_reader.narration.narration import Narration
from tui_reader.narration.normalization import Lexicon, TextNormalizer

UNSEEN = frozenset("\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Blanks of no width and directions that override."""
_MEMBERS = 3
"""Documents of a collection that are read."""


def check(data: bytes, name: str, said: bool = True) -> list[Document]:
    """Read `data` as a file called `name` and prove what holds of every document; those read, none where refused.

    AssertionError says what does not hold; any other error is one that `parse` must not let out. `said` has the script
    read as well.
    """
    try:
        return [_proved(parse(data, name), said)]
    except CollectionError as error:
        one_line(str(error))
        listed = error.collection
        assert listed.entries, "a collection of nothing"
        assert len({entry.id for entry in listed.entries}) == len(listed.entries), "two documents of one id"
        for words in listed.lines():
            one_line(words)
        ids = [entry.id for entry in listed.entries[:_MEMBERS]]
    except DocumentError as error:
        one_line(str(error))
        return []
    found = []
    for id in ids:
        try:
            found.append(_proved(parse(data, name, id=id), said))
        except CollectionError:
            raise AssertionError(f"a document of the collection is a collection: {id!r}") from None
        except DocumentError as error:
            one_line(str(error))
    return found


def _proved(document: Document, said: bool) -> Document:
    assert gaps(document) == (), f"not accounted for: {gaps(document)[:3]}"
    seen(document.text)
    for words in _words(document):
        one_line(words)
    length = len(document.text)
    for span in spans(document):
        assert 0 <= span.start <= span.end <= length, f"outside the text: {span}"
    for passage in _passages(document):
        _matches(document.text, passage)
    _paged(document)
    if said:
        _read_aloud(document)
    return document


def _passages(document: Document) -> Iterator[Passage]:
    yield from (one for one in (document.title, document.collection) if one)
    if document.date:
        yield document.date.passage
    for part in document.parts:
        yield from filter(None, (part.heading, *part.body))
        for turn in part.turns:
            yield from turn.passages
    yield from (note.passage for note in (*document.notes, document.source) if note and note.passage)


def _words(document: Document) -> Iterator[str]:
    """What is shown in a line: names, labels, titles, warnings."""
    yield from (document.name, document.heading, document.language, *document.warnings)
    if document.date and document.date.iso:
        yield document.date.iso
    for person in document.people:
        yield from (person.id, person.name or "", person.role or "", *person.labels, *person.evidence)
        yield document.short_name(person.id)
    for turn in document.turns:
        yield from (turn.label.text, turn.speaker)
    yield from (part.id for part in document.parts)
    yield from (note.mark for note in document.notes)
    yield from (rest.why for rest in document.residue)
    for suggestion in document.suggestions:
        yield from (*suggestion.labels, suggestion.because)


def _matches(text: str, passage: Passage) -> None:
    """The spans are in order and hold the passage's own characters, white space aside."""
    ends = [0]
    for span in passage.spans:
        assert ends[-1] <= span.start <= span.end, f"spans out of order: {passage}"
        ends.append(span.end)
    printed = "".join(text[span.start : span.end] for span in passage.spans)
    assert len(printed) == len(passage.text), f"a passage of another length than its spans: {passage}"
    same = printed == passage.text or all(
        one == other or (one.isspace() and other.isspace()) for one, other in zip(printed, passage.text, strict=True)
    )
    assert same, f"a passage of other characters than its spans: {passage}"
    if passage.kind not in (Kind.VERSE, Kind.TABLE):
        assert "\n" not in passage.text, f"a line break in a {passage.kind}: {passage}"
    offsets = [mark.offset for mark in passage.marks]
    assert offsets == sorted(offsets), f"marks out of order: {passage}"
    assert all(0 <= offset <= len(passage.text) for offset in offsets), f"a mark outside its passage: {passage}"


def _paged(document: Document) -> None:
    """Every turn is a page, numbered in order, and everybody who speaks is known."""
    assert [page.turn for page in document.pages if page.turn] == list(document.turns)
    assert [page.index for page in document.pages] == list(range(len(document.pages)))
    assert [turn.number for turn in document.turns] == list(range(1, len(document.turns) + 1))
    ids = [person.id for person in document.people]
    assert len(set(ids)) == len(ids), f"two people of one id: {ids}"
    assert len({part.id for part in document.parts}) == len(document.parts), "two parts of one id"
    for turn in document.turns:
        assert document.person(turn.speaker), f"nobody is {turn.speaker!r}"
        assert turn.passages, f"a turn without words: {turn}"
    for part in document.parts:
        assert part.author is None or document.person(part.author), f"nobody is {part.author!r}"


@lru_cache(maxsize=1)
def _speller() -> TextNormalizer:
    return TextNormalizer(own=Lexicon())


def _read_aloud(document: Document) -> None:
    """The ledger goes over all of the text and loses nothing of it; what is said can be seen there."""
    script = Narration(document, normalizer=_speller())
    account = ledger(document, script)
    dropped = document.lost.characters if document.lost else 0
    assert account.lost == dropped, f"lost: {[one.printed for one in account.entries if one.why == 'lost'][:3]}"
    assert "".join(one.printed for one in account.entries) == document.text
    spoken = (piece for said in script for piece in said.pieces if piece.said and not piece.added)
    heard = "".join("".join(piece.said.split()) for piece in spoken)
    entered = (one.said for one in account.entries if one.status is CoverageStatus.SPOKEN)
    twice = sum(len("".join(one.said.split())) for one in account.added)
    written = "".join("".join(said.split()) for said in entered)
    assert len(heard) - twice <= len(written) <= len(heard), "the script says what its ledger does not hold"
    for said in script:
        seen(said.printed)
        seen(said.spoken)


def seen(words: str) -> None:
    """Nothing in it that a terminal obeys or an eye cannot see."""
    if words.isascii() and words.replace("\n", "").replace("\t", "").isprintable():
        return
    for char in set(words):
        hidden = char in UNSEEN or (char not in "\n\t" and unicodedata.category(char) in ("Cc", "Cs"))
        assert not hidden, f"U+{ord(char):04X} in {words[:80]!r}"


def one_line(words: str) -> None:
    seen(words)
    assert "\n" not in words, f"more than a line: {words[:200]!r}"
