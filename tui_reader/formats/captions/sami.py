"""SAMI, captions in a kind of HTML of which few tags are closed: words from the time of one SYNC to the next."""

from __future__ import annotations

import re
from collections import Counter

from tui_reader.document.model import Kind
from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.formats.xml.character_references import resolved

_SYNC = re.compile(r"<sync\s[^<>]{0,100}?start\s*=\s*[\"']?(-?\d{1,12})[^<>]{0,100}>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p(?=[\s>])([^<>]{0,200})>", re.IGNORECASE)
_CLASS = re.compile(r"\bclass\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_SOURCE = re.compile(r"\bid\s*=\s*[\"']?source\b", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^<>]{0,200}>", re.IGNORECASE)
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_STYLE = re.compile(r"<style\b.*?</style\s*>", re.IGNORECASE | re.DOTALL)
_STYLE_END = re.compile(r"</style\s*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_COMMENT_END = re.compile("-->")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>")
_TITLE = re.compile(r"<title>([^<]{1,500})</title>", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"\.([\w-]{1,40})\s*\{[^{}]{0,300}?\blang\s*:\s*[\"']?([A-Za-z]{2}(?:-[A-Za-z]{2})?)\b", re.IGNORECASE
)

_COUNTRIES = {"kr": "ko", "jp": "ja", "cn": "zh"}
"""Countries that such files give in place of their languages."""


def cues(text: str, builder: Builder) -> list[CaptionCue]:
    """The cues of the language with the most words, the others as what is left out; sets title and language."""
    body = _without(_COMMENT, _COMMENT_END, _without(_STYLE, _STYLE_END, text))
    marks = list(_SYNC.finditer(body))
    title = _TITLE.search(body)
    if title and (words := _words(title[1]).strip()):
        builder.title = builder.passage(Kind.HEADING, words)
    times = [int(mark[1]) / 1000 for mark in marks]
    ends = [*(mark.start() for mark in marks), len(body)][1:]
    blocks = [_paragraphs(body[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    sizes = Counter[str]()
    for block in blocks:
        for name, _, words in block:
            sizes[name] += len(words.strip())
    main = sizes.most_common(1)[0][0] if sizes else ""
    languages = {name.casefold(): _COUNTRIES.get(tag[:2].casefold(), tag) for name, tag in _LANGUAGE.findall(text)}
    builder.language = languages.get(main, "")
    others = sum(1 for name, size in sizes.items() if size and name != main)
    if others:
        more = "another language is" if others == 1 else f"{others} other languages are"
        builder.warnings.append(f"{builder.name}: only the captions {main.upper()} are read; {more} in the file too")
    found = [CaptionCue(above, None, None, (), "comment")] if (above := _above(body, marks)) else []
    speaker = None
    for number, block in enumerate(blocks):
        pieces = []
        for name, is_source, words in block:
            if name == main and is_source:
                speaker = " ".join(words.split()).rstrip(":： ") or None
            elif name == main and words.strip():
                pieces.append(CuePiece(words, speaker, speaker or ""))
        end = times[number + 1] if number + 1 < len(times) else None
        rest = " ".join(words.strip() for name, _, words in block if name != main)
        why = "captions in another language" if rest.strip() else "a time without words"
        found.append(CaptionCue(rest.strip(), times[number], end, tuple(pieces), why))
    return found


def _without(pattern: re.Pattern[str], ending: re.Pattern[str], text: str) -> str:
    """The text without what a pattern finds, which ends so; up to the last ending each search finds one."""
    last = max((found.end() for found in ending.finditer(text)), default=0)
    return pattern.sub("", text[:last]) + text[last:]


def _above(body: str, marks: list[re.Match[str]]) -> str:
    """What stands in the body above the first time."""
    start = _BODY.search(body)
    return _words(body[start.end() : marks[0].start()]).strip() if start and marks else ""


def _paragraphs(block: str) -> list[tuple[str, bool, str]]:
    """The paragraphs of a time: their class in small letters, whether they name who speaks, their words."""
    starts = list(_PARAGRAPH.finditer(block))
    found = [("", False, _words(block[: starts[0].start() if starts else len(block)]))]
    for number, start in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(block)
        named = _CLASS.search(start[1])
        words = _words(block[start.end() : end])
        found.append((named[1].casefold() if named else "", bool(_SOURCE.search(start[1])), words))
    return [one for one in found if one[2].strip()]


def _words(markup: str) -> str:
    return resolved(_TAG.sub("", _BREAK.sub("\n", markup)), markup=False)
