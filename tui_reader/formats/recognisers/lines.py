"""Transcripts of recognisers in lines: what Whisper prints on the screen, its tables, and Rev's words between bars."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.recognisers.local_models import whisper_cpp
from tui_reader.formats.recognisers.segments import Segment, Word, segments_of_words
from tui_reader.formats.recognisers.telling import document_of, speaker_name
from tui_reader.formats.recognisers.values import seconds
from tui_reader.formats.source_file import SourceFile

_RANGE = re.compile(r"\[\s*(\d[\d:.,]{0,15})s?\s*-{1,2}>\s*(\d[\d:.,]{0,15})s?\s*\][ \t]*")
"""The times before a line: [00:00.000 --> 00:02.000], [0.00s -> 2.00s]."""
_HEAD = re.compile(r"start[\t,]end[\t,](?:speaker[\t,])?text", re.IGNORECASE)
_MOST = 0.5
"""Share of the first lines that have times before them."""
_SOUND = re.compile(r"<([a-z_-]{2,30})>")


def _is_screen(file: SourceFile) -> Evidence | None:
    timed = sum(_RANGE.match(line) is not None for line in file.first_lines)
    return Evidence(CERTAIN, "lines with times") if timed and timed >= _MOST * len(file.first_lines) else None


def _read_screen(file: SourceFile) -> Document:
    """Lines without times go on with the one above; those above the first are what the program says of itself."""
    timed: list[dict[str, object]] = []
    above: list[str] = []
    for line in file.text.split("\n"):
        found = _RANGE.match(line)
        if found:
            timed.append({"text": line[found.end() :], "timestamps": {"from": found[1], "to": found[2]}})
        elif timed:
            timed[-1]["text"] = f"{timed[-1]['text']} {line.strip()}"
        elif line.strip():
            above.append(line.strip())
    language = next((line.partition(":")[2].strip() for line in above if line.startswith("Detected language")), "")
    if not timed:
        raise DocumentError(f"{file.name}: no line begins with times such as [00:00.000 --> 00:02.000]")
    data = {"transcription": timed, "language": language}
    return document_of(file, whisper_cpp(data), data, above=above, format="whisper-screen")


def _is_table(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN, "a table") if file.first_lines and _HEAD.fullmatch(file.first_lines[0]) else None


def _read_table(file: SourceFile) -> Document:
    """Times are whole milliseconds, or seconds with a point."""
    head = file.text.lstrip().partition("\n")[0]
    sign = "\t" if "\t" in head else ","
    lines = file.text.lstrip().split("\n")[1:]
    rows = [line.split("\t") for line in lines] if sign == "\t" else list(csv.reader(lines, skipinitialspace=True))
    named = "speaker" in head.casefold()
    unit = 1.0 if any("." in cell for row in rows for cell in row[:2]) else 0.001
    said = []
    for row in rows:
        if len(row) > 2 + named:
            speaker = speaker_name(row[2]) if named else None
            text = sign.join(row[2 + named :])
            said.append(Segment(text, speaker, seconds(row[0], unit), seconds(row[1], unit)))
    if not said:
        raise DocumentError(f"{file.name}: no table of Whisper: no row has start, end and text")
    return document_of(file, said, None, format="whisper-table")


def _is_nlp(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if file.head.startswith("token|speaker|") else None


def _read_nlp(file: SourceFile) -> Document:
    head, _, body = file.text.lstrip().partition("\n")
    names = {name: place for place, name in enumerate(head.strip().split("|"))}
    if "token" not in names:
        raise DocumentError(
            f"{file.name}: not Rev's words between bars: the first line does not begin with token|speaker"
        )
    words = _nlp_words(body.split("\n"), names)
    return document_of(file, list(segments_of_words(words)), None, format="rev-nlp")


def _nlp_words(lines: list[str], names: dict[str, int]) -> Iterator[Word]:
    """The words of rows, with their signs, and capitals where the column `case` asks for them."""
    for line in lines:
        cells = line.split("|")
        if len(cells) < len(names):
            continue
        fields = {name: cells[place] for name, place in names.items()}
        token = _SOUND.sub(r"[\1]", fields["token"])
        case = fields.get("case", "")
        token = token.upper() if case == "CA" and len(token) > 1 else token
        token = token[:1].upper() + token[1:] if case in ("UC", "CA") else token
        printed = fields.get("prepunctuation", "") + token + fields.get("punctuation", "")
        yield Word(
            printed, seconds(fields.get("ts")), seconds(fields.get("endTs")), speaker_name(fields.get("speaker"))
        )


PRODUCERS = (
    Producer("whisper-screen", "Whisper's screen", _is_screen, _read_screen),
    Producer("whisper-table", "Whisper's table (TSV, CSV)", _is_table, _read_table),
    Producer("rev-nlp", "Rev's words between bars (NLP)", _is_nlp, _read_nlp),
)
