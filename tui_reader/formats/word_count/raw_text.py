"""The text of a file without its markup, by patterns and not by the parser of its format."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

from tui_reader.formats.chats.markup import words_of_html
from tui_reader.formats.chats.mojibake import mended_text
from tui_reader.formats.word_count.captions_text import FORMATS as CAPTIONS
from tui_reader.formats.word_count.captions_text import captions_text
from tui_reader.formats.word_count.json_text import json_text
from tui_reader.formats.word_count.markup_text import markup_text
from tui_reader.formats.word_count.research_text import FORMATS as RESEARCH
from tui_reader.formats.word_count.research_text import research_text
from tui_reader.formats.xml.character_references import resolved

_MARKUP = frozenset(("html", "tei", "xml", "play-xml"))
_TURN = re.compile(r"\[SPEAKER[_ ]TURN\]")
_PRINTED_TIME = re.compile(r"<span\b[^<>]{0,300}\bdata-timestamp=[^<>]{0,300}>[^<]{0,30}</span>")


def _without_times(marked: str) -> str:
    """What is said in oTranscribe's markup."""
    return words_of_html(_PRINTED_TIME.sub(" ", marked))


def _without_turns(words: str) -> str:
    """Without the sign of whisper.cpp for a change of speaker."""
    return _TURN.sub(" ", words) if "[SPEAKER" in words else words


JSON: dict[str, Callable[[str], str]] = {
    "json": _without_turns,
    "slack": html.unescape,
    "messenger": mended_text,
    "marked-json": words_of_html,
    "otranscribe": _without_times,
}
"""Formats in JSON, and how their words are written in it."""
_BOLD_TAG = re.compile(r"</?(?:(?:span|font|u|mark|small|big)(?:\s[^<>]{0,500})?|(?:b|strong|i|em|br)[ \t]*/?)>", re.I)
_LIGHT = {
    "markdown": _BOLD_TAG,
    "org": re.compile(rf"{_BOLD_TAG.pattern}|(?<=\[)fn:", re.I),
    "wikitext": re.compile(r"</?[A-Za-z][^<>]*>"),
}
"""Formats of light markup, and what of them is no word: tags, the sign of a note."""
_CAPTION_TAG = re.compile(
    r"</?(?:[cibuvs]|em|strong|font|ruby|rt|lang|span|br)(?:[\s./][^<>]{0,500})?>|<\d[\d:.,]{3,15}>"
    r"|\{\\[^{}\n]{0,200}\}",
    re.IGNORECASE,
)
_READING = re.compile(r"<rt(?:\.[^<>]{0,50})?>[^<>]{0,200}(?:</rt>|(?=</?ruby|<rt))")
_VOICE = re.compile(r"</?v(?:[\s.][^<>]{0,500})?>")
_BREAK = re.compile(r"\\[Nnh]")
_EVENT = re.compile(r"^[ \t]*(Format|Dialogue|Comment)[ \t]*:([^\n]*)", re.IGNORECASE | re.MULTILINE)
_IN_BRACES = re.compile(r"\{[^{}]{0,2000}\}")
_DRAWING = re.compile(r"\{[^{}]{0,500}\\p[1-9][^{}]{0,500}\}[^{}]*")
_SCRIPT = re.compile(r"</?Content(?=[\s>])")
_RUN = re.compile(r"<Text(?:\s[^<>]*)?>([^<]*+(?:<(?!/?Text[\s>])[^<]*+)*)</Text>")
_ESCAPED = re.compile(r"^(?:title|date)[ \t]*:[ \t]*\"[^\n]*\\[^\n]*$", re.MULTILINE)
"""A quoted line of front matter with escapes, which are not the characters that they stand for."""
_ABOUT_LINES = {
    "whisper-screen": re.compile(r"^\[[^\]\n]{1,60}\]|\[SPEAKER[_ ]TURN\]|\[_[A-Z0-9_]{1,20}\]", re.MULTILINE),
    "whisper-table": re.compile(r"^(?:[sS]tart[\t,][^\n]{1,40}$|[\d.]{1,15}[\t,] ?[\d.]{1,15}[\t,])", re.MULTILINE),
    "speaker-lines": re.compile(
        r"^[ \t]*(?:SPEAKER:(?: UU\b)?|(?:start=|[A-Za-z][\w-]{0,40}[ ,](?=\d))?[\d:.,]{1,16}s?[\t ,](?:stop=)?"
        r"[\d:.,]{1,16}s?[\t ,](?:speaker_(?=[Ss])|[A-Za-z][\w-]{0,40}[ ,](?=\"))?)",
        re.MULTILINE,
    ),
    "copied-talk": re.compile(r" said:(?:\*\*)?[ \t]*$", re.MULTILINE),
    "rev-nlp": re.compile(r"^token\|[^\n]*|\|[^\n]*", re.MULTILINE),
}
"""What stands before or behind the words in formats of lines."""


def raw_text(text: str, format: str) -> str:
    """The words of a cleaned text in order, as its format (`Document.format`) knows words; in lines."""
    if format in _MARKUP:
        return markup_text(text, format)
    if own := _OWN.get(format):
        return own(text)
    if reading := JSON.get(format):
        return json_text(text, reading)
    if format in ("vtt", "srt"):
        text = text.replace(": ", ":\n")
        if "<" in text or "{" in text:
            text = _CAPTION_TAG.sub("", _VOICE.sub("\n", _READING.sub("", text) if format == "vtt" else text))
        return html.unescape(text)
    if format in _ABOUT_LINES:
        return _ABOUT_LINES[format].sub(" ", text)
    if format in CAPTIONS:
        return captions_text(text, format)
    if format in RESEARCH:
        return research_text(text, format)
    if format in _LIGHT:
        text = resolved(_LIGHT[format].sub(" ", _ESCAPED.sub("", text)), markup=False)
        return text.replace(":** ", ":**\n")
    return text


def _words_of_events(text: str) -> str:
    """What the events say: the column of that name, without overrides and drawings."""
    columns = ["text"]
    found: list[str] = []
    for line in _EVENT.finditer(text):
        name, value = line[1].casefold(), line[2]
        if name == "format":
            columns = [column.strip().casefold() for column in value.split(",")]
            continue
        fields = value.split(",", len(columns) - 1)
        at = columns.index("text") if "text" in columns else -1
        said = fields[at] if at < len(fields) else value
        if "{" in said:
            said = _IN_BRACES.sub("", _DRAWING.sub(" ", said))
        found.append(said)
    return _BREAK.sub("\n", "\n".join(found))


def _words_of_script(text: str) -> str:
    """The runs of text in the script and on the title page; not its settings, lists, headers and footers."""
    runs: list[str] = []
    start = None
    for tag in _SCRIPT.finditer(text):
        if tag[0] == "<Content":
            start = tag.end() if start is None else start
        elif start is not None:
            runs += _RUN.findall(text, start, tag.start())
            start = None
    if start is not None:  # the file is cut off
        runs += _RUN.findall(text, start)
    return markup_text("<Text>".join(runs), "fdx")


_OWN: Mapping[str, Callable[[str], str]] = {
    "ass": _words_of_events, "fdx": _words_of_script, "table": html.unescape,
}  # fmt: skip
"""What gives the words of a format that is like no other."""
