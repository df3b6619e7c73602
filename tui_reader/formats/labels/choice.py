"""Which convention a plain print uses for its labels, and the labels that it finds.

Decided over the whole document. Knows paragraphs and conventions; not what makes a label, nor who the labels mean.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from tui_reader.document.people.label_parts import same
from tui_reader.formats.headings import is_print_line
from tui_reader.formats.labels import questions, verdicts
from tui_reader.formats.labels.bracket_evidence import between_dashes, with_directions
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.casts import in_lists
from tui_reader.formats.labels.clock_times import MESSAGE_FIRST, stamp_end
from tui_reader.formats.labels.colon_labels import bulleted, colon
from tui_reader.formats.labels.companions import add_bare, add_other_signs, add_unsigned
from tui_reader.formats.labels.conventions import COMPANION, CONVENTIONS, Convention
from tui_reader.formats.labels.dialogue import is_talk
from tui_reader.formats.labels.directions import with_leading
from tui_reader.formats.labels.filter import LabelFilter
from tui_reader.formats.labels.labelling import Labelling
from tui_reader.formats.labels.lists import items_of_list
from tui_reader.formats.labels.questions_and_names import Hits, add_questions
from tui_reader.formats.labels.shapes import counted, shape
from tui_reader.formats.labels.words import STAGE_CUES, folded
from tui_reader.formats.paragraphs import Paragraph, beginning, first_characters, line_of

_STOP, _ALONE = (next(one for one in CONVENTIONS if one.name == name) for name in ("stop", "unsigned"))
_FEWEST_TURNS, _TURNS = 3, 0.5
"""Uses, and share of those of the label that is used most, from which a word for a cue is somebody's name."""
_WIDE_BLANK = 8
"""Characters behind a label within which a direction begins: `Q.     (By Mr. Roe) text`."""


def choose(text: str, paragraphs: Sequence[Paragraph], named: Collection[str] = ()) -> Labelling:
    """The labels of the document by the convention that fits it best; empty where no convention does.

    `named` are names of the title and the cast, folded with `same`.
    """
    best = Labelling()
    names: Collection[str] = ()
    best_score = 0.0
    starts = [paragraph.start for paragraph in paragraphs]
    firsts = first_characters(text, starts)
    printers = _print_lines(text, paragraphs, firsts)
    timed = _skip_times(text, paragraphs, starts, firsts)
    if timed:
        firsts = first_characters(text, starts)
    filters: dict[str, LabelFilter] = {}

    @cache
    def hits(convention: Convention) -> dict[int, LabelCandidate]:
        found = _hits(convention, text, paragraphs, starts, firsts)
        for index in in_lists(text, paragraphs, found) if found else ():
            del found[index]
        return _of_one_pair(found, text, paragraphs) if convention is COMPANION and found else found

    for convention in CONVENTIONS:
        if best_score >= convention.weight * len(paragraphs) or not hits(convention):
            continue  # a label in each paragraph would not be enough
        filtered = filters[convention.name] = LabelFilter(text, convention, hits(convention), paragraphs, timed, named)
        score = len(filtered.kept) * convention.weight
        if score > best_score:
            best, best_score = Labelling(convention, filtered.kept), score
            names = {same(label) for label in {found.text for found in filtered.kept.values()}}
    if best.convention:
        add_questions(best, hits, named, text, paragraphs)
        add_other_signs(best, hits, names)
        add_unsigned(best, names, text, paragraphs)
        add_bare(best, names, text, paragraphs)
        _add_alone(best, hits, names, paragraphs)
        best.at = with_directions(text, _between_print_lines(best.at, printers))
        best.at = between_dashes(text, paragraphs, best.at)
        for index in [
            index for index, one in best.at.items() if text[one.speech : one.speech + _WIDE_BLANK].lstrip()[:1] in "(（"
        ]:
            best.at[index] = with_leading(text, best.at[index], paragraphs[index].end)
        best.timed = any(index in best.at for index in timed)
    best.printers = printers
    if verdicts.recording():
        from tui_reader.formats.labels.choice_reasons import told

        found_by = [(convention, hits(convention)) for convention in CONVENTIONS]
        verdicts.record("plain print", told(text, paragraphs, best, found_by, filters))
    return best


def choose_marked(text: str, paragraphs: Sequence[Paragraph], named: Collection[str] = ()) -> dict[int, LabelCandidate]:
    """The labels by index of the paragraph, where markup gives the paragraphs and not who speaks them.

    As `choose`, but numbers and headings are not labels, and all labels are rejected where they are not a talk.
    """
    found = choose(text, paragraphs, named).at
    numbers = counted([one.text for one in found.values()])
    verdicts.overrule("the number of a paragraph, or a heading", numbers)
    found = {index: one for index, one in found.items() if one.text not in numbers}
    if is_talk([one.text for one in found.values()], named, len(paragraphs)):
        return found
    verdicts.overrule("no two names come again, and the document itself names none of them")
    return {}


def _of_one_pair(
    found: Mapping[int, LabelCandidate], text: str, paragraphs: Sequence[Paragraph]
) -> dict[int, LabelCandidate]:
    return questions.of_one_pair(found, [text[one.start : one.end] for one in paragraphs])


def _print_lines(text: str, paragraphs: Sequence[Paragraph], firsts: str) -> list[int]:
    """The paragraphs that begin or end what the printer of a file adds; `firsts` are the paragraphs' first characters.

    Such a line may be broken: the rest of it, up to its last asterisks, is then the next paragraph.
    """
    found: list[int] = []
    named = "utenberg" in text or "UTENBERG" in text  # else such a line begins with an asterisk
    for index in beginning("[*EFSefs]" if named else r"\*", firsts):
        line = line_of(text, paragraphs[index])
        if is_print_line(line):
            found.append(index)
            below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
            if below and not below.gap and line[0] == "*" != line[-1] and text.endswith("***", below.start, below.end):
                found.append(index + 1)
    return found


def _skip_times(text: str, paragraphs: Sequence[Paragraph], starts: list[int], firsts: str) -> list[int]:
    """Move each start of a paragraph that is at a time to the words after it; returns those paragraphs' indices."""
    timed = []
    for index in beginning(MESSAGE_FIRST, firsts):
        begin, end, _, _ = paragraphs[index]
        starts[index] = stamp_end(text, begin, end)
        if starts[index] > begin:
            timed.append(index)
    return timed


def _between_print_lines(at: dict[int, LabelCandidate], lines: Sequence[int]) -> dict[int, LabelCandidate]:
    """The labels without those in what the printer of a file adds, such as the capitals of a licence."""
    if not lines:
        return at
    uses = Counter([found.text for found in at.values()])
    stretches = Counter(bisect_left(lines, index) for index, found in at.items() if uses[found.text] > 1)
    most, number = stretches.most_common(1)[0] if stretches else (0, 0)
    within = number > 0.9 * stretches.total()
    return {i: found for i, found in at.items() if bisect_left(lines, i) == most} if within else at


def _add_alone(best: Labelling, hits: Hits, names: Collection[str], paragraphs: Sequence[Paragraph]) -> None:
    """Add kept names that stand with their full stop on a line of their own, below an empty line: `Anna.`"""
    if best.convention is not _STOP:
        return
    above = {
        index: found
        for index, found in hits(_ALONE).items()
        if index not in best.at and same(found.text) in names and paragraphs[index].gap and _is_above(index, paragraphs)
    }
    best.at = dict(sorted((best.at | above).items()))


def _below_labels(paragraphs: Sequence[Paragraph], hits: Mapping[int, LabelCandidate]) -> list[int]:
    """What is said right below a label that stands alone on its line, as half of them do, and so is no label itself."""
    alone = {index for index, found in hits.items() if found.speech >= paragraphs[index].end}
    if not alone or 2 * len(alone) < len(hits):
        return []
    return [index for index in hits if index - 1 in alone and index not in alone and not paragraphs[index].gap]


def _is_above(index: int, paragraphs: Sequence[Paragraph]) -> bool:
    return index + 1 < len(paragraphs) and not paragraphs[index + 1].gap


def _hits(
    convention: Convention, text: str, paragraphs: Sequence[Paragraph], starts: Sequence[int], firsts: str
) -> dict[int, LabelCandidate]:
    """What might be labels, by index of the paragraph.

    `starts` say where its words begin, after a time, and `firsts` with which character.
    """
    if convention.signs and not any(sign in text for sign in convention.signs):
        return {}
    shapes: dict[str, bool] = {}
    hits: dict[int, LabelCandidate] = {}
    match = convention.match
    for index in convention.among(text, firsts, paragraphs) if convention.among else range(len(starts)):
        start, paragraph = starts[index], paragraphs[index]
        found = match(text, start, paragraph.end)
        if found is None:
            continue
        label = found.text
        possible = shapes.get(label)
        if possible is None:
            possible = shapes[label] = shape(label).possible
        if possible or (start > paragraph.start and _is_nickname(text, found)):
            hits[index] = found
    for index in _below_labels(paragraphs, hits):
        del hits[index]
    if items := items_of_list([label for label in shapes if shapes[label]]) if "1" in firsts else None:
        hits = {index: found for index, found in hits.items() if found.text not in items}
    if convention.match in (colon, bulleted) and (numbers := questions.numbered(shapes)):
        hits = {index: found for index, found in hits.items() if found.text not in numbers}
    if ":" not in convention.signs and (cues := _stage_cues(shapes, hits)):
        return {index: found for index, found in hits.items() if found.text not in cues}
    return hits


def _stage_cues(labels: Collection[str], hits: Mapping[int, LabelCandidate]) -> set[str]:
    """The labels that begin directions of a play, not those that take turns: `Manet` may be a painter."""
    leave = {label for label in labels if folded(label.partition(" ")[0]) in ("exeunt", "exit")}
    cues = {label for label in labels if folded(label) in STAGE_CUES}
    if not cues:
        return leave
    uses = Counter([found.text for found in hits.values()])
    often = max(_FEWEST_TURNS, _TURNS * max(uses.values(), default=0))
    return leave | {label for label in cues if uses[label] < often}


def _is_nickname(text: str, found: LabelCandidate) -> bool:
    """`<|Zed|>` after a time: a name of a chat, whatever its letters."""
    return text[found.span.start] == "<" and not any(char.isspace() for char in found.text.strip())
