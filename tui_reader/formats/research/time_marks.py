"""The files that measure recognisers, a line for each segment or word: STM, CTM and RTTM.

The formats: https://github.com/usnistgov/SCTK/blob/master/doc/infmts.htm and the NIST RT evaluation plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tui_reader.document.model import Document
from tui_reader.document.people.sex_and_age import stated
from tui_reader.document.printed_pieces import TIME_OF_CUE
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions import cue_turns
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece, WordTime
from tui_reader.formats.source_file import SourceFile

_SECONDS = r"(\d+(?:\.\d+)?)"
STM = re.compile(rf"(\S+)[ \t]+(\S+)[ \t]+(\S+)[ \t]+{_SECONDS}[ \t]+{_SECONDS}(?:[ \t]+(<[^<>\s]*>))?(?:[ \t]+(.*))?")
"""File, channel, speaker, start, end, labels, words."""
CTM = re.compile(rf"(\S+)[ \t]+(\S+)[ \t]+{_SECONDS}[ \t]+{_SECONDS}[ \t]+(\S+)(?:[ \t]+[\d.]+(?:[ \t].*)?)?")
"""File, channel, start, duration, word, and how sure it is."""
RTTM = re.compile(
    rf"(SPEAKER|LEXEME|NON-LEX|NON-SPEECH|SPKR-INFO|SEGMENT|NOSCORE|NO_RT_METADATA|SU|EDIT|FILLER|CB|IP|A/P|BABBLE)"
    rf"[ \t]+(\S+)[ \t]+(\S+)[ \t]+(?:{_SECONDS}|<NA>)[ \t]+(?:{_SECONDS}|<NA>)[ \t]+(\S+)[ \t]+\S+[ \t]+(\S+)"
    r"(?:[ \t].*)?"
)
"""Kind, file, channel, start, duration, words, subtype, speaker."""
COMMENT = ";;"
_NOBODY = frozenset(("inter_segment_gap", "excluded_region", "<NA>"))
_NOT_SCORED = "ignore_time_segment_in_scoring"
_CODE = re.compile(r"\(%\w+\)|%\w+|\{[^{}/]*/[^{}]*\}|[()]|<[\w-]*>")
"""What in the words of a segment was not said so: hesitations, readings of which each counts, brackets of a word."""
_NOT_SAID = frozenset(("<eps>", "<unk>", "@", "[noise]", "[laughter]", "[silence]", "sil", "<sil>"))


def lines_of(text: str) -> Iterator[str]:
    """The lines that are no comments."""
    return (line for line in map(str.strip, text.split("\n")) if line and not line.startswith(COMMENT))


def read_stm(file: SourceFile) -> Document:
    """The Document of segment time marks: the words of each line by its speaker. Raises DocumentError without words."""
    document = _document(file, "stm", list(_segments(file.text)), "segments with words")
    found = (marks for line in lines_of(file.text) if (marks := STM.fullmatch(line)) and marks[6])
    return _with_stated(document, {marks[3]: marks[6].strip("<>").rpartition(",")[2] for marks in found})


def _segments(text: str) -> Iterator[CaptionCue]:
    for line in map(str.strip, text.split("\n")):
        marks = STM.fullmatch(line)
        if marks is None:
            if line:
                yield CaptionCue(line, None, None, (), "a comment" if line.startswith(COMMENT) else "no segment")
            continue
        words = (marks[7] or "").strip()
        if words.casefold() == _NOT_SCORED or marks[3] in _NOBODY:
            yield CaptionCue(line, None, None, (), "a stretch that is not counted")
            continue
        said = " ".join(_CODE.sub(_reading, words).split())
        codes = " ".join(code[0] for code in _CODE.finditer(words))
        head = f"{line[: marks.start(7)] if marks[7] else line} {codes}".strip()
        piece = CuePiece(said, marks[3])
        yield CaptionCue(
            head, float(marks[4]), float(marks[5]), (piece,) if said else (), f"{TIME_OF_CUE}, and its codes"
        )


def _reading(code: re.Match[str]) -> str:
    """What of a code is read: the first of several readings."""
    return code[0][1:].partition("/")[0] if code[0].startswith("{") else ""


def read_ctm(file: SourceFile) -> Document:
    """The Document of word time marks: the words in order, by nobody. Raises DocumentError without words."""
    words = ((marks, marks[5]) for line in lines_of(file.text) if (marks := CTM.fullmatch(line)))
    cues = list(_sentences((float(marks[3]), float(marks[4]), word, None) for marks, word in words))
    return _document(file, "ctm", cues, "words")


def read_rttm(file: SourceFile) -> Document:
    """The Document of the words of rich transcription time marks; most files have none, for which DocumentError."""
    found = [marks for line in lines_of(file.text) if (marks := RTTM.fullmatch(line)) and marks[1] == "LEXEME"]
    if not found:
        raise DocumentError(
            f"{file.name}: RTTM says who speaks when, and holds no words; open the transcript that it goes with"
        )
    words = ((float(marks[4] or 0), float(marks[5] or 0), marks[6], marks[7]) for marks in found)
    document = _document(file, "rttm", list(_sentences(words)), "words")
    about = (line.split() for line in lines_of(file.text) if line.startswith("SPKR-INFO") and RTTM.fullmatch(line))
    return _with_stated(document, {fields[7]: fields[6].removeprefix("adult_") for fields in about})


def _with_stated(document: Document, kinds: Mapping[str, str]) -> Document:
    """The document with what the file states of each speaker, by label: "male", "FEMALE", "child"."""
    people = (
        person._replace(stated=stated(kinds[label], kinds[label])) if (label := person.labels[0]) in kinds else person
        for person in document.people
    )
    return document._replace(people=tuple(people))


def _sentences(words: Iterator[tuple[float, float, str, str | None]]) -> Iterator[CaptionCue]:
    """Cues of the words (start, duration, word, speaker) up to a change of speaker or a pause."""
    said: list[tuple[float, float, str]] = []
    who: str | None = None
    for start, duration, word, speaker in words:
        if word.casefold() in _NOT_SAID:
            yield CaptionCue(word, start, start + duration, (), "no word")
            continue
        if said and (speaker != who or start - said[-1][1] > _PAUSE):
            yield _cue(said, who)
            said = []
        who = None if speaker in _NOBODY else speaker
        said.append((start, start + duration, word))
    if said:
        yield _cue(said, who)


_PAUSE = 1.0
"""Seconds without a word that end a sentence, for such files have no stops."""


def _cue(said: list[tuple[float, float, str]], who: str | None) -> CaptionCue:
    at, times = 0, []
    for start, end, word in said:
        times.append(WordTime(at, start, end))
        at += len(word) + 1
    text = " ".join(word for _, _, word in said)
    return CaptionCue("", said[0][0], said[-1][1], (CuePiece(text, who, "", tuple(times)),))


def _document(file: SourceFile, format: str, cues: list[CaptionCue], needed: str) -> Document:
    builder = Builder(file.name, file.key, format, file.entries, file.warnings)
    cue_turns.tell(builder, cues, apart=True)
    document = builder.document()
    if not document.pages:
        raise DocumentError(f"{file.name}: no {needed} in this file")
    return document
