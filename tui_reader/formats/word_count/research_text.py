"""The words of the formats of linguists, by patterns and not by their readers: annotations, not names and times."""

from __future__ import annotations

import re

from tui_reader.formats.word_count.markup_text import markup_text

_ANNOTATIONS = {
    "eaf": re.compile(r"<ANNOTATION_VALUE>([^<]*)</ANNOTATION_VALUE>"),
    "flk": re.compile(r"<(?:unparsed|segment|w|p)(?:\s[^<>]*)?>([^<]*)</"),
    "exb": re.compile(r"<event(?:\s[^<>]*)?>([^<]*)</event>"),
}
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*)"(?!")')
_KINDS = ("IntervalTier", "TextTier")
"""Strings of a TextGrid after which the name of a tier comes."""
_HEADER = 2
"""Strings before the first tier."""
_CTM = re.compile(r"^[^;\s]\S*[ \t]+\S+[ \t]+[\d.]+[ \t]+[\d.]+[ \t]+(\S+)", re.MULTILINE)
_RTTM = re.compile(r"^LEXEME[ \t]+\S+[ \t]+\S+[ \t]+\S+[ \t]+\S+[ \t]+(\S+)", re.MULTILINE)
_FIELD = re.compile(r"^[ \t]*\\\w{1,31}(?:@\w{1,30})?", re.MULTILINE)
FORMATS = frozenset(("eaf", "exb", "flk", "textgrid", "ctm", "rttm", "toolbox"))


def research_text(text: str, format: str) -> str:
    """The words that the annotations of a file hold, a line each; `format` is one of FORMATS."""
    if format in _ANNOTATIONS:
        return markup_text("\n".join(_ANNOTATIONS[format].findall(text)), "xml")
    if format == "toolbox":
        return _FIELD.sub("", text)
    if format == "ctm":
        return "\n".join(_CTM.findall(text))
    if format == "rttm":
        return "\n".join(_RTTM.findall(text))
    strings = _QUOTED.findall(text)[_HEADER:]
    return "\n".join(
        string for before, string in zip(["", *strings], strings, strict=False) if not {before, string} & set(_KINDS)
    )
