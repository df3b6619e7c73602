"""The default reading as lines of one voice each, for programs that check how a file was parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tui_reader.document.model import Kind
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import NoteReading
from tui_reader.narration.sentences import sentences
from tui_reader.narration.stretches import SpokenStretch

_NEVER_WHOLE = frozenset((Kind.ASIDE, Kind.SIGNATURE))
"""Passages of which signs are left out, or to which words are added."""


def speaker_lines(narration: Narration) -> Iterator[tuple[str, str]]:
    """(voice, text) for each passage that is said, in order: added words are included, skipped ones left out.

    `voice` is a person's id or "narrator".
    """
    pages = narration.document.pages
    for index in range(max(1, len(pages))):
        if index and pages[index].part.on_demand:
            continue
        stretches = narration.stretches(index) if index and _is_plain(narration) else ()
        lines = _whole(narration, stretches)
        yield from _said(narration, index) if lines is None or not stretches else lines


def _said(narration: Narration, index: int) -> Iterator[tuple[str, str]]:
    """The lines of a page, by what its utterances say."""
    for _, group in groupby(narration.by_default(index), key=lambda said: (said.paragraph, said.voice)):
        said = list(group)
        words = " ".join(utterance.wording for utterance in said)
        if words:
            yield said[0].voice, words


def _is_plain(narration: Narration) -> bool:
    """Whether nothing stands between the passages of a page, and everybody is heard."""
    options = narration.options
    return options.notes in (NoteReading.SILENT, NoteReading.SOUND) and not options.only


def _whole(narration: Narration, stretches: Sequence[SpokenStretch]) -> list[tuple[str, str]] | None:
    """The lines of stretches of which all is said, without a look at how: that takes ten times as long.

    None where that is not sure.
    """
    lines: list[tuple[str, str]] = []
    for stretch in stretches:
        text = stretch.passage.text
        if stretch.before or stretch.passage.kind in _NEVER_WHOLE:
            return None
        printed = [text[start:end] for start, end in sentences(text)]
        if any(map(narration.may_leave_out, printed)):
            return None
        if printed:
            lines.append((stretch.voice, " ".join(printed)))
    return lines
