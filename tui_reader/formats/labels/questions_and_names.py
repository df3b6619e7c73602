"""Questions and answers by letters in a document that also names people, as records of courts do.

Knows what each convention found; not which of them fits the document best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from tui_reader.document.people.label_parts import same
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.conventions import COMPANION, CONVENTIONS, Convention
from tui_reader.formats.labels.dialogue import is_spoken
from tui_reader.formats.labels.labelling import Labelling
from tui_reader.formats.labels.questions_in_line import asked_by_name
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.paragraphs import Paragraph

_FEWEST_QUESTIONS = 2
"""Questions and answers by letters from which these stand between names."""
Hits = Callable[[Convention], dict[int, LabelCandidate]]
"""Gives what a convention finds, by index of the paragraph."""


def add_questions(
    best: Labelling, hits: Hits, named: Collection[str], text: str, paragraphs: Sequence[Paragraph]
) -> None:
    """Add the names between questions and answers, or the questions and answers between names."""
    if best.convention is COMPANION:
        best.at = _with_names(best.at, hits, named, text, paragraphs)
    else:
        others = {i: found for i, found in hits(COMPANION).items() if i not in best.at}
        if len(others) >= _FEWEST_QUESTIONS:
            best.at = dict(sorted((best.at | others).items()))
    if any(one.text == "Q" for one in best.at.values()):
        best.at = dict(sorted((best.at | asked_by_name(text, paragraphs)).items()))


def _with_names(
    questions: dict[int, LabelCandidate],
    hits: Hits,
    named: Collection[str],
    text: str,
    paragraphs: Sequence[Paragraph],
) -> dict[int, LabelCandidate]:
    """Questions and answers with the names that another convention prints between them: `THE COURT: Overruled.`"""
    most: dict[int, LabelCandidate] = {}
    for convention in CONVENTIONS:
        if convention.lines:
            continue  # names of lawyers and headings stand on lines of their own in such a record
        others = {i: found for i, found in hits(convention).items() if i not in questions}
        uses = Counter(same(found.text) for found in others.values())
        kept = {
            i: found
            for i, found in others.items()
            if (shape(found.text).strong and (uses[same(found.text)] >= 2 or same(found.text) in named))
            or shape(found.text).kind in ("titled", "office")
        }
        if convention.name == "stop":
            kept |= _witnesses(text, paragraphs, others)
        if len(kept) > len(most):
            most = kept
    return dict(sorted((questions | most).items()))


def _witnesses(
    text: str, paragraphs: Sequence[Paragraph], hits: Mapping[int, LabelCandidate]
) -> dict[int, LabelCandidate]:
    """Of two or more, the names in capitals that begin what a witness tells: `RUTH LANE. I saw him run.`"""
    found = {
        i: one
        for i, one in hits.items()
        if (paragraphs[i].gap or not i)
        and one.text.isupper()
        and " " in one.text
        and shape(one.text).kind == "capitals"
        if is_spoken(text[one.speech : paragraphs[i].end])
    }
    return found if len({one.text for one in found.values()}) > 1 else {}
