"""The formats of linguists and of those who measure recognisers, as producers. The readers are imported when needed."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui_reader.document.model import Document
from tui_reader.formats.producers.producer import CERTAIN, LIKELY, Evidence, Producer
from tui_reader.formats.research import time_marks
from tui_reader.formats.source_file import SourceFile

_CHAT = re.compile(r"@(?:UTF8|Begin|Font|Window|PID|ColorWords|Participants)\b")
_UTTERANCE = re.compile(r"^\*[A-Za-z0-9]{1,7}:[ \t]", re.MULTILINE)
_TEXTGRID = re.compile(
    r'(?:File type[ \t]*=[ \t]*)?"ooTextFile(?: short)?"\s+(?:Object class[ \t]*=[ \t]*)?"TextGrid"', re.IGNORECASE
)


def _is_chat(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if _CHAT.match(file.head) and _UTTERANCE.search(file.text) else None


def _is_textgrid(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if _TEXTGRID.match(file.head) else None


def _is_textgrid_json(file: SourceFile) -> Evidence | None:
    if not file.is_json:
        return None
    from tui_reader.formats.recognisers.known_keys import has_all

    keys = ("tiers.**.entries tiers.**.type", "tiers.*.entries tiers.*.class", "tiers.*.entries tiers.*.name")
    return Evidence(CERTAIN) if any(has_all(file.json, one) for one in keys) else None


def _has_root(root: str) -> Callable[[SourceFile], Evidence | None]:
    return lambda file: Evidence(CERTAIN) if file.root == root else None


def _has_columns(ending: str, line: re.Pattern[str]) -> Callable[[SourceFile], Evidence | None]:
    """Whether all first lines have the columns; the last may be cut off."""

    def recognise(file: SourceFile) -> Evidence | None:
        lines = [one for one in file.first_lines[:-1] or file.first_lines if not one.startswith(time_marks.COMMENT)]
        if not lines or not all(map(line.fullmatch, lines)):
            return None
        return Evidence(CERTAIN if file.ends_with(ending) else LIKELY)

    return recognise


def _read_chat(file: SourceFile) -> Document:
    from tui_reader.formats.research import chat

    return chat.read(file)


def _read_elan(file: SourceFile) -> Document:
    from tui_reader.formats.research import elan

    return elan.read(file)


def _read_exmaralda(file: SourceFile) -> Document:
    from tui_reader.formats.research import exmaralda

    return exmaralda.read(file)


def _read_folker(file: SourceFile) -> Document:
    from tui_reader.formats.research import folker

    return folker.read(file)


def _read_transcriber(file: SourceFile) -> Document:
    from tui_reader.formats.research import transcriber

    return transcriber.read(file)


def _is_toolbox(file: SourceFile) -> Evidence | None:
    if not file.head.startswith("\\"):
        return None
    from tui_reader.formats.research import toolbox

    return toolbox.is_toolbox(file)


def _read_toolbox(file: SourceFile) -> Document:
    from tui_reader.formats.research import toolbox

    return toolbox.read(file)


def _read_textgrid(file: SourceFile) -> Document:
    from tui_reader.formats.research import textgrid

    return textgrid.read(file)


def _read_textgrid_json(file: SourceFile) -> Document:
    from tui_reader.formats.research import textgrid

    return textgrid.read_json(file)


PRODUCERS = (
    Producer("chat", "CHAT (CHILDES, TalkBank)", _is_chat, _read_chat),
    Producer("elan", "ELAN", _has_root("ANNOTATION_DOCUMENT"), _read_elan),
    Producer("textgrid", "Praat TextGrid", _is_textgrid, _read_textgrid),
    Producer("textgrid-json", "TextGrid as JSON (praatio, MFA)", _is_textgrid_json, _read_textgrid_json),
    Producer("exmaralda", "EXMARaLDA", _has_root("basic-transcription"), _read_exmaralda),
    Producer("folker", "FOLKER, OrthoNormal", _has_root("folker-transcription"), _read_folker),
    Producer("transcriber", "Transcriber (TRS)", _has_root("Trans"), _read_transcriber),
    Producer("toolbox", "Toolbox, Shoebox (SIL)", _is_toolbox, _read_toolbox),
    Producer("stm", "STM, segment time marks", _has_columns(".stm", time_marks.STM), time_marks.read_stm),
    Producer("rttm", "RTTM, who speaks when", _has_columns(".rttm", time_marks.RTTM), time_marks.read_rttm),
    Producer("ctm", "CTM, word time marks", _has_columns(".ctm", time_marks.CTM), time_marks.read_ctm),
)
