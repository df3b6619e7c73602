"""Transcripts of recognisers in lines without clock times: a line for the speaker, or seconds before the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.recognisers.segments import Segment
from tui_reader.formats.recognisers.telling import document_of, speaker_name
from tui_reader.formats.recognisers.values import seconds
from tui_reader.formats.source_file import SourceFile
from tui_reader.named_tuple import NamedTuple

_SECONDS = r"(?P<start>\d{1,6}(?:\.\d{1,9})?)%s(?P<end>\d{1,6}(?:\.\d{1,9})?)%s"
_TIME = r"(?:\d{1,2}:\d\d:\d\d[.,]\d{1,3}|\d{1,6}\.\d{1,9})"
_ID = r"[A-Za-z][\w-]{0,40}"
"""The name of a piece of text, which comes once."""
_FEWEST = 2
"""Lines with a speaker or with times that make a file one of these."""


class _Form(NamedTuple):
    """How a program prints its lines."""

    name: str
    title: str
    line: re.Pattern[str]
    """Its groups are start, end, speaker and text; those that it lacks are not told."""
    share: float
    """Of the first lines, how many have it at least."""
    are_so: Callable[[Sequence[re.Match[str]]], bool] = bool
    """Whether these lines can be of the program; numbers of other things stand in lines of the same shape."""


def _is_track(lines: Sequence[re.Match[str]]) -> bool:
    """Whether lines begin and end as labels do: one after another, in seconds with their fractions."""
    spans = [(float(line["start"]), float(line["end"])) for line in lines]
    rises = all(after[0] >= before[0] for before, after in pairwise(spans))
    exact = any("." in line["start"] + line["end"] for line in lines)
    return exact and rises and all(start <= end for start, end in spans)


def _are_pieces(lines: Sequence[re.Match[str]]) -> bool:
    """Whether lines have clock times or quoted words, and what else stands in them comes once: it is nobody's name."""
    ids = [id for line in lines if (id := line["before"] or line["behind"])]
    return len(set(ids)) == len(ids) and all(line["quote"] or ":" in line["start"] for line in lines)


_FORMS = (
    _Form(
        "speechmatics-text", "Speechmatics, text",
        re.compile(r"SPEAKER: (?P<speaker>[^\s.!?,]{1,60})(?P<text>)"), 0.3,
    ),
    _Form(
        "speakers-in-brackets", "Text with numbered speakers in brackets (Deepgram, whisper.cpp)",
        re.compile(r"[\[(](?i:speaker)[ :](?P<speaker>\d{1,3}|[A-Z?])[\])]:? ?(?P<text>.*)"), 0.3,
    ),
    _Form(
        "labels-track", "Labels of a sound editor (Audacity, WhisperX)",
        re.compile(
            _SECONDS % (r"\t", r"\t")
            + r"(?:\[{1,2}(?P<speaker>[^\W\d_][^\[\]\t\n]{0,59})\]{1,2}:?)?(?P<text>[^\t\n]*)"
        ), 1.0, _is_track,
    ),
    _Form(
        "clock-lines", "Lines of begin, end and words (aeneas)",
        re.compile(
            rf"(?:(?P<before>{_ID})[ ,])?(?P<start>{_TIME})[\t ,](?P<end>{_TIME})[\t ,](?:(?P<behind>{_ID})[ ,])?"
            r'(?:(?P<quote>")|(?<=\t))(?P<text>[^\t\n]*)(?(quote)")(?P<speaker>(?!))?'
        ), 1.0, _are_pieces,
    ),
    _Form(
        "diarized-lines", "Lines of a recogniser with seconds and speakers",
        re.compile(
            "(?:start=)?" + _SECONDS % ("s? (?:stop=)?", "s? ")
            + r"(?:speaker_)?(?P<speaker>(?i:speaker|spk)[_ ]?\d{1,3}) (?P<text>.*)"
        ), 1.0,
    ),
)  # fmt: skip


def _recognise(file: SourceFile, form: _Form) -> Evidence | None:
    found = [head for line in file.first_lines if (head := form.line.fullmatch(line))]
    is_enough = len(found) >= max(_FEWEST, form.share * len(file.first_lines))
    return Evidence(CERTAIN) if is_enough and form.are_so(found) else None


def _read(file: SourceFile, form: _Form) -> Document:
    above: list[str] = []
    segments = list(_segments(file.text, form.line, above))
    if not segments:
        raise DocumentError(f"{file.name}: not a file of {form.title}: no line has its form")
    return document_of(file, segments, None, above=above, format="speaker-lines")


def _segments(text: str, form: re.Pattern[str], above: list[str]) -> Iterator[Segment]:
    """The segments; a line of another form goes on with the one before. `above` takes the lines before the first."""
    said: Segment | None = None
    for line in filter(None, map(str.strip, text.split("\n"))):
        found = form.fullmatch(line)
        if found is None:
            if said is None:
                above.append(line)
            else:
                said = said._replace(text=f"{said.text}\n{line}".strip())
            continue
        if said:
            yield said
        told = found.groupdict()
        times = seconds(told.get("start")), seconds(told.get("end"))
        said = Segment(told["text"], speaker_name(told["speaker"]), *times)
    if said:
        yield said


def _producer(form: _Form) -> Producer:
    return Producer(form.name, form.title, lambda file: _recognise(file, form), lambda file: _read(file, form))


PRODUCERS = tuple(map(_producer, _FORMS))
