"""Which of what might be labels are labels.

A label is used again and again, or looks like those that are, or is named in the title or the cast. Knows what one
convention found in the paragraphs of a document; not their text, nor who the labels mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from tui_reader.document.people.label_parts import same
from tui_reader.document.people.misprints import Near
from tui_reader.formats.labels import unpunctuated_labels
from tui_reader.formats.labels.conventions import Convention, LabelCandidate
from tui_reader.formats.labels.shapes import Shape, shape
from tui_reader.formats.paragraphs import Paragraph

_STRAY_GAP = 60
"""Paragraphs without a label between a few early hits and the dialogue: the early ones are quoted in a preface."""


def filter_labels(
    convention: Convention,
    hits: dict[int, LabelCandidate],
    paragraphs: Sequence[Paragraph],
    timed: Collection[int],
    named: Collection[str],
) -> dict[int, LabelCandidate]:
    """Of the hits of one convention, those that are labels; `timed` are the paragraphs with a time before the words.

    Whatever can be told of a label is told once, not for each of its uses.
    """
    if not hits:
        return {}
    printed = Counter([found.text for found in hits.values()])
    keys = {label: same(label) for label in printed}
    labels_of: dict[str, list[str]] = {}
    uses: Counter[str] = Counter()
    for label, key in keys.items():
        labels_of.setdefault(key, []).append(label)
        uses[key] += printed[label]
    figures = Counter([keys[found.text] for found in hits.values() if found.figure])
    shapes = {label: shape(label) for label in keys}
    led = [index for index in timed if index in hits]
    after_a_time = {keys[hits[index].text] for index in led}
    sure = convention.sure or 2 * len(led) > len(hits)
    marked = len(hits) if convention.sure else len(led)
    if sure and (convention.enclosed or marked >= (0.3 if convention.sure else 0.8) * len(paragraphs)):
        for label, looks in shapes.items():
            shapes[label] = looks._replace(possible=True, named=looks.named or not looks.field)
    total = len(paragraphs)
    if len(keys) == len(hits) and _defines([found.text for found in hits.values()], shapes):
        return {}
    frequent: set[str] = set()
    for label, key in keys.items():
        looks = shapes[label]
        need = 2 if looks.strong or (looks.named and convention.plain_names) else 3
        if sure and looks.named and (convention.sure or key in after_a_time):
            need = 1
        if not looks.named and not convention.plain_names:
            continue
        if looks.field and not sure:
            need = 4
        if 2 * figures[key] > uses[key]:
            continue
        if uses[key] >= need or key in named:
            frequent.add(key)
    often = {label for label, key in keys.items() if key in frequent}
    inside = [index for index, found in hits.items() if found.text in often]
    kinds: Counter[str] = Counter()
    if inside:
        inside = inside[_strays(inside) :]
        first, last = inside[0], inside[-1]
        zone = last - first + 1
        within = Counter([hits[index].text for index in inside])
        if _holds(convention, inside, within, zone, total, hits, shapes):
            for label, number in within.items():
                kinds[shapes[label].kind] += number
        else:
            inside = []
    gaps: Collection[int] = ()

    def words_below(index: int) -> bool:
        if hits[index].speech < paragraphs[index].end:
            return True
        return index + 1 < total and not (index + 1 in hits and shapes[hits[index + 1].text].strong)

    if convention.lines:
        above = [index for index in inside if hits[index].speech >= paragraphs[index].end]
        if not inside or not unpunctuated_labels.hold(paragraphs, {i: keys[hits[i].text] for i in inside}, above):
            return {}
        gaps = {paragraphs[index].gap for index in inside[1:]}
    if not inside:
        sound = [index for index, found in hits.items() if _alone(convention, shapes[found.text]) and not found.figure]
        if not _nearly_all(convention, sound, total, hits, shapes):
            return {}
        frequent = {keys[hits[index].text] for index in sound}
        first, last = sound[0], sound[-1]
        zone = last - first + 1
    share = sum([first <= index <= last for index in hits]) / zone
    usual = {kind for kind, number in kinds.items() if kind != "plain" and number >= 0.2 * len(inside)}
    if not convention.plain_names and kinds["plain"] < 0.3 * len(inside):
        frequent = {key for key in frequent if key in named or any(shapes[x].strong for x in labels_of[key])}
    near_names = Near(frequent)
    often = {label for label, key in keys.items() if key in frequent}
    alike = {label for label, looks in shapes.items() if looks.kind in usual}
    verdicts: dict[str, bool] = {}
    for label, key in keys.items():
        if label not in often and key not in verdicts:
            looks = shapes[label]
            verdicts[key] = (
                (
                    looks.kind in usual
                    or is_group(key, frequent)
                    or (share >= 0.8 and looks.named and convention.plain_names)
                    or (looks.named and near_names.has(key))
                )
                and not looks.field
                and not figures[key]
            )
    indices = list(hits)
    if all(verdicts.values()) and not gaps and first - 3 <= indices[0] and indices[-1] <= last + 3:
        return hits
    kept = {}
    for index, found in hits.items():
        label = found.text
        usual_name = label in often
        if not usual_name and not verdicts[keys[label]]:
            continue
        if not usual_name and gaps and not (paragraphs[index].gap in gaps and words_below(index)):
            continue
        near = first - 3 <= index <= last + 3
        if near or (label in alike and (index > last or (not usual_name and first - _STRAY_GAP <= index < first))):
            kept[index] = found
    return kept


def _defines(labels: Sequence[str], shapes: Mapping[str, Shape]) -> bool:
    """Whether words in the order of the alphabet, each once, are explained: a glossary. Names with figures are not."""
    plain = [same(label) for label in labels if shapes[label].named]
    return (
        len(plain) >= 4
        and len(set(plain)) == len(plain)
        and plain == sorted(plain)
        and not any(char.isdigit() for label in plain for char in label)
    )


def _alone(convention: Convention, looks: Shape) -> bool:
    """Whether a label that nothing else supports can be one by its shape."""
    return looks.named and not looks.field and (convention.plain_names or looks.strong)


def _strays(inside: Sequence[int]) -> int:
    """How many early hits are quotations before the dialogue: few, and far from the rest."""
    few = max(3, len(inside) // 50)
    for number in range(min(few, len(inside) - 1), 0, -1):
        if inside[number] - inside[number - 1] > _STRAY_GAP and len(inside) - number > 3 * number:
            return number
    return 0


def _holds(
    convention: Convention,
    inside: Sequence[int],
    uses: Mapping[str, int],
    zone: int,
    total: int,
    hits: dict[int, LabelCandidate],
    shapes: dict[str, Shape],
) -> bool:
    """Whether labels used more than once make this the convention of the document."""
    if convention.sure and 2 * sum(index + 1 in hits for index in inside) >= len(inside):
        return False  # a list: words should stand below a label
    strong = sum([number for label, number in uses.items() if shapes[label].strong])
    named = sum([number for label, number in uses.items() if shapes[label].named])
    share = len(inside) / zone
    if strong >= 0.5 * len(inside) or convention.sure:
        needed = 0.02
    elif named >= 0.5 * len(inside):
        needed = 0.12 if convention.plain_names else 0.4
    else:
        needed = 0.5
    few = len(inside) < 4
    return share >= needed and (not few or len(inside) >= 0.25 * total)


def _nearly_all(
    convention: Convention, sound: Sequence[int], total: int, hits: dict[int, LabelCandidate], shapes: dict[str, Shape]
) -> bool:
    """Whether, without statistics, so many paragraphs are labelled that they must be labels."""
    if not sound:
        return False
    share = len(sound) / (sound[-1] - sound[0] + 1)
    if convention.name == "stop" and all(_recorded(hits[index].text, shapes[hits[index].text]) for index in sound):
        return share >= 0.6 or len(sound) > 2  # one speech of a record, however long
    if all(shapes[hits[index].text].strong for index in sound):
        once = len(sound) > 2 and len({hits[index].text for index in sound}) == len(sound)
        if once and share < 0.6:
            return False  # things that are explained one by one
        return share >= (0.15 if len(sound) > 1 else 0.6) and len(sound) >= 0.15 * total
    return share >= 0.6 and len(sound) >= (0.15 if share >= 0.8 and len(sound) >= 3 else 0.5) * total


def _recorded(label: str, looks: Shape) -> bool:
    """Whether it is a title and a surname in capitals, `Mr. PRICE of Georgia`: no sentence of prose begins so."""
    words = label.split()
    return looks.kind == "titled" and len(words) > 1 and words[1].isupper() and len(words[1]) > 2


def is_group(key: str, frequent: Collection[str]) -> bool:
    """Whether it is several kept labels at once: "jack and algernon"."""
    parts = [part.strip() for part in key.replace(" & ", " and ").replace(", ", " and ").split(" and ")]
    return len(parts) > 1 and all(part in frequent for part in parts)
