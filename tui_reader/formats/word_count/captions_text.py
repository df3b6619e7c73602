"""The words of captions in XML, in a kind of HTML or in lines of their own, by patterns and not by their readers."""

from __future__ import annotations

import html
import re

from tui_reader.formats.word_count.markup_text import markup_text

_CODES = {
    "sbv": re.compile(r"\[br\]|^\[TITLE\]", re.IGNORECASE | re.MULTILINE),
    "lrc": re.compile(r"^\[ti:|<\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?>", re.IGNORECASE | re.MULTILINE),
    "microdvd": re.compile(r"\{[A-Za-z]:[^{}\n]{0,60}\}"),
    "mpl2": re.compile(r"(?!)"),
    "stl": re.compile(r"\^[BIU]"),
}
"""What of a format of lines is no word."""
_NAME = re.compile(r"<(?:\w+:)?name(?:\s[^<>]*)?>[^<]*</(?:\w+:)?name>")
"""The name of an agent, which is the label of what he says."""
_SYLLABLES = re.compile(r"(?<=[\u3000-\u9fff])(?:</?(?:\w+:)?span(?:\s[^<>]*+)?>)+(?=[\u3000-\u9fff])")
"""Tags between the characters of a word in a writing without blanks."""
_RUBY = r"""ruby=["'](?:text|textContainer|delimiter)["']"""
_RUBY_STYLE = re.compile(rf"<(?:\w+:)?style\s(?=[^<>]*{_RUBY})[^<>]*xml:id=[\"']([\w.-]{{1,100}})[\"']")
"""A style of the small print that says how words are read."""
_TITLE = re.compile(r"<title>", re.IGNORECASE)
_SETTINGS = re.compile(r"<samiparam>[^<]{0,5000}(?:<!--[^<]{0,5000})?</samiparam>", re.IGNORECASE)
_ESCAPED = frozenset(("youtube-xml",))
"""Formats whose words may be escaped markup."""
FORMATS = frozenset((*_CODES, *_ESCAPED, "ttml", "sami"))


def captions_text(text: str, format: str) -> str:
    """The words that a file holds; `format` is one of FORMATS."""
    if format in _CODES:
        return _CODES[format].sub(" ", text)
    if format == "sami":
        return markup_text(_TITLE.sub("<b>", _SETTINGS.sub(" ", text)), "html")
    if format in _ESCAPED:
        return markup_text(html.unescape(markup_text(text, "xml")), "xml")
    return markup_text(_SYLLABLES.sub("", _without_ruby(_NAME.sub(" ", text))), "xml")


def _without_ruby(text: str) -> str:
    """TTML without the small print that says how words are read."""
    if "ruby=" not in text:
        return text
    styles = "|".join(map(re.escape, _RUBY_STYLE.findall(text))) or "(?!)"
    small = rf"""<(?:\w+:)?span\s(?=[^<>]*(?:{_RUBY}|style=["'](?:{styles})["']))[^<>]*>[^<]*</(?:\w+:)?span>"""
    return re.sub(small, "", text)
