"""Whether labels stand close and often enough in a plain print to be a dialogue's.

Takes the paragraphs, by index and in order, that begin with a possible label of one convention.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.conventions import Convention
from tui_reader.formats.labels.shapes import Shape
from tui_reader.formats.paragraphs import Paragraph

STRAY_GAP = 60
"""Paragraphs without a label between a few early hits and the dialogue: the early ones are quoted in a preface."""
_FEW = 4
"""Labels: fewer must be a quarter of the text."""
_BELOW_BLANKS = 0.7
"""Share of the labels that must stand below an empty line for the lines of a speech to count as one: verse."""

_Hits = Mapping[int, LabelCandidate]
_Shapes = Mapping[str, Shape]


def strays(inside: Sequence[int]) -> int:
    """How many early hits are quotations before the dialogue: few, and far from the rest."""
    few = max(3, len(inside) // 50)
    for number in range(min(few, len(inside) - 1), 0, -1):
        if inside[number] - inside[number - 1] > STRAY_GAP and len(inside) - number > 3 * number:
            return number
    return 0


def enough_by_use(
    convention: Convention, inside: Sequence[int], hits: _Hits, shapes: _Shapes, paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether labels used more than once, `inside`, make this the convention of a text of these paragraphs."""
    if convention.sure and 2 * sum(index + 1 in hits for index in inside) >= len(inside):
        return False  # a list: words should stand below a label
    uses = Counter([hits[index].text for index in inside])
    strong = sum(number for label, number in uses.items() if shapes[label].strong)
    named = sum(number for label, number in uses.items() if shapes[label].named)
    if strong >= 0.5 * len(inside) or convention.sure:
        needed = 0.02
    elif named >= 0.5 * len(inside):
        needed = 0.12 if convention.plain_names else 0.4
    else:
        needed = 0.5
    few = len(inside) < _FEW
    return max(_share(inside), _share_of_blocks(inside, paragraphs)) >= needed and (
        not few or len(inside) >= 0.25 * len(paragraphs)
    )


def enough_by_shape(convention: Convention, sound: Sequence[int], hits: _Hits, shapes: _Shapes, total: int) -> bool:
    """Whether enough paragraphs begin with a name, `sound`, for the names to be labels, without statistics."""
    if not sound:
        return False
    share = _share(sound)
    labels = [hits[index].text for index in sound]
    if convention.name == "stop" and all(_recorded(label, shapes[label]) for label in labels):
        return share >= 0.6 or len(sound) > 2  # one speech of a record, however long
    if all(shapes[label].strong for label in labels):
        once = len(sound) > 2 and len(set(labels)) == len(labels)
        if once and share < 0.6:
            return False  # things that are explained one by one
        return share >= (0.15 if len(sound) > 1 else 0.6) and len(sound) >= 0.15 * total
    return share >= 0.6 and len(sound) >= (0.15 if share >= 0.8 and len(sound) >= 3 else 0.5) * total


def _share(indices: Sequence[int]) -> float:
    """The share that they are of the paragraphs from the first to the last of them."""
    return len(indices) / (indices[-1] - indices[0] + 1)


def _share_of_blocks(inside: Sequence[int], paragraphs: Sequence[Paragraph]) -> float:
    """The share that they are of what empty lines divide, where they stand below empty lines; else 0."""
    if sum(paragraphs[index].gap > 0 for index in inside) < _BELOW_BLANKS * len(inside):
        return 0.0
    blocks = sum(paragraph.gap > 0 for paragraph in paragraphs[inside[0] : inside[-1] + 1])
    return len(inside) / max(blocks, len(inside))


def _recorded(label: str, looks: Shape) -> bool:
    """Whether it is a title and a surname in capitals, `Mr. PRICE of Georgia`: no sentence of prose begins so."""
    words = label.split()
    return looks.kind == "titled" and len(words) > 1 and words[1].isupper() and len(words[1]) > 2
