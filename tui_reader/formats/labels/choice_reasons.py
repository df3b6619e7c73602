"""The verdict on each possible label of a plain print, in words: made only where somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.conventions import COMPANION, Convention
from tui_reader.formats.labels.filter import LabelFilter
from tui_reader.formats.labels.labelling import Labelling
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.labels.verdicts import Verdict
from tui_reader.formats.paragraphs import Paragraph

_PRINTED = 120
"""Characters of a paragraph by which its line is found."""

_FoundBy = Sequence[tuple[Convention, Mapping[int, LabelCandidate]]]


def told(
    text: str,
    paragraphs: Sequence[Paragraph],
    labelling: Labelling,
    found_by: _FoundBy,
    filters: Mapping[str, LabelFilter],
) -> Iterator[Verdict]:
    """A verdict for each paragraph that has a possible label by any convention.

    `labelling` is what was chosen, `found_by` what each convention found, `filters` what was made of it, by name of
    the convention, for those that were tried.
    """
    for index, paragraph in enumerate(paragraphs):
        printed = text[paragraph.start : min(paragraph.end, paragraph.start + _PRINTED)]
        kept = labelling.at.get(index)
        if kept is not None:
            yield Verdict(kept.text, True, _why(index, labelling, found_by, filters), printed, paragraph.start)
            continue
        refused = _refused(index, labelling, found_by, filters)
        if refused:
            label, reason = refused
            yield Verdict(label, False, reason, printed, paragraph.start)


def _why(index: int, labelling: Labelling, found_by: _FoundBy, filters: Mapping[str, LabelFilter]) -> str:
    """Why the paragraph begins with a label."""
    convention = labelling.convention
    if convention and index in filters[convention.name].kept:
        return f"{filters[convention.name].reason(index)}, {convention.printed}"
    if convention is COMPANION:
        return "a name between questions and answers"
    if any(index in found for one, found in found_by if one is COMPANION):
        return "a question or an answer beside the names"
    return "a label used elsewhere, before a remark in brackets"


def _refused(
    index: int, labelling: Labelling, found_by: _FoundBy, filters: Mapping[str, LabelFilter]
) -> tuple[str, str] | None:
    """What looks like a label at the start of a paragraph and is not one, and why not; None if nothing does."""
    chosen = labelling.convention
    by_chosen_first = sorted(found_by, key=lambda one: one[0] is not chosen)
    for convention, found in by_chosen_first:
        if index not in found:
            continue
        label, filtered = found[index].text, filters.get(convention.name)
        if convention is not chosen and not shape(label).named:
            continue  # the start of any sentence
        if chosen and convention is not chosen:
            return label, f"stands {convention.printed}; the labels of this text stand {chosen.printed}"
        if filtered and index in filtered.kept:
            return label, "in what the printer of the file adds"
        if filtered:
            return label, filtered.reason(index)
    return None
