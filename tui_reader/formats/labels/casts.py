"""Names that stand in lists and say nothing: the cast before the first act, and who is on the stage in a scene.

`Personen:` and the names below it up to `Erster Akt`; `Conti. Der Prinz.` below `Zweiter Auftritt`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tui_reader.document.divisions import division, without_accents
from tui_reader.document.people.label_parts import same
from tui_reader.formats.headings import people_list
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.paragraphs import Paragraph, line_of
from tui_reader.lazy_re import lazy_re

_LONGEST_HEADING = 160
_LONGEST_LIST = 200
"""Characters of a list of who is in a scene."""
_SEARCHED = 1000
"""Paragraphs from the start in which a cast is looked for."""
_LONGEST_CAST = 100
"""Paragraphs from the heading of a cast to that of an act or scene."""
_MOST_OF_CAST = 1.5
"""How often each name of a cast may come in it: some are printed twice, none speaks."""
_FEW = 2
"""Uses up to which a word in small letters is as well the first word of a speech."""
_MOST_WORDS = 4
"""Words of a name in such a list."""
_THE_SAME = frozenset((
    "the same", "les memes", "les precedents", "die vorigen", "vorige", "dichos", "los mismos", "detti", "i precedenti",
    "os mesmos", "de vorigen", "те же", "predesli", "ciz", "ciz sami", "idem", "iidem",
))  # fmt: skip
"""Who is in a scene, if it is who was in the one before."""
_BETWEEN = lazy_re(r"[.,;]+\s*|\s+(?:and|und|et|y|e|en|a|i|и|&)\s+")

_Hits = Mapping[int, LabelCandidate]


def in_lists(text: str, paragraphs: Sequence[Paragraph], hits: _Hits) -> set[int]:
    """The paragraphs that begin with a possible label and are in the list of a play or of a scene."""
    return {*_in_cast(text, paragraphs, hits), *_on_stage(text, paragraphs, hits)}


def _in_cast(text: str, paragraphs: Sequence[Paragraph], hits: _Hits) -> Iterator[int]:
    """Those between the heading of a cast and that of the first act or scene."""
    divides = cache(lambda index: _is_division(text, paragraphs[index]))
    for start, one in enumerate(paragraphs[:_SEARCHED]):
        if one.end - one.start > _LONGEST_HEADING or people_list(line_of(text, one).strip("_*")) is None:
            continue
        for index in range(start + 1, min(start + _LONGEST_CAST, len(paragraphs))):
            if divides(index):
                inside = [one for one in range(start, index) if one in hits]
                if len(inside) <= _MOST_OF_CAST * len({hits[one].text for one in inside}):
                    yield from inside
                break
        else:
            yield from _names_alone(start + 1, paragraphs, hits)


def _names_alone(start: int, paragraphs: Sequence[Paragraph], hits: _Hits) -> Iterator[int]:
    """The names from `start` on, one below the other without words between, each for the first time."""
    names: set[str] = set()
    for index in range(start, len(paragraphs)):
        found = hits.get(index)
        if found is None or found.speech < paragraphs[index].end or found.text in names or index + 1 not in hits:
            return
        names.add(found.text)
        yield index


def _on_stage(text: str, paragraphs: Sequence[Paragraph], hits: _Hits) -> Iterator[int]:
    """Those below the heading of a scene that name people and no more, or people and what they do, set apart."""
    uses = Counter(found.text for found in hits.values())
    shapes = {label: shape(label) for label in uses}
    names = {same(label) for label in uses if shapes[label].named and (shapes[label].strong or uses[label] > _FEW)}
    several = {label: pieces[0] for label in uses if len(pieces := _pieces(label)) > 1}
    for index, found in hits.items():
        one = paragraphs[index]
        alone = found.speech >= one.end
        if not index or index - 1 in hits or one.end - one.start > _LONGEST_LIST:
            continue
        if (alone and found.text not in several) or not _is_division(text, paragraphs[index - 1]):
            continue
        if alone:  # a line of names, above the first who speaks
            if index + 1 in hits or same(several[found.text]) in names:
                yield index
            continue
        rest = _pieces(" ".join(text[found.speech : one.end].split()))
        known = [without_accents(piece) in _THE_SAME or same(piece) in names for piece in rest]
        led = bool(rest) and any(same(" ".join(rest[0].split()[:number])) in names for number in (1, 2, 3))
        apart = index + 1 < len(paragraphs) and paragraphs[index + 1].gap > max(one.gap, 1)
        short = all(len(piece.split()) <= _MOST_WORDS for piece in rest)
        set_apart = apart and (led or (short and any(known)))
        if set_apart or (rest and all(known)):
            yield index


def _pieces(names: str) -> list[str]:
    return [piece for piece in _BETWEEN.split(names) if piece]


def _is_division(text: str, paragraph: Paragraph) -> bool:
    short = paragraph.end - paragraph.start <= _LONGEST_HEADING
    return short and division(line_of(text, paragraph).strip("_*")) is not None
