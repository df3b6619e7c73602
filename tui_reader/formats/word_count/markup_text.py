"""The text of HTML and XML with the markup stripped by patterns, a line for each stretch between blocks.

Left out by rule: comments, instructions, declarations, attributes, and the elements in the tables below. An element of
them that is not closed leaves nothing out, for then nothing says where it ends. Every pattern is linear in the length
of the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import cache


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNSEEN_IN_HTML = _set("script style template noscript iframe title")
"""What a page does not show in its text."""
_ABOUT = _set(
    """teiheader standoff facsimile sourcedoc include fallback fw index figdesc binaryobject xenodata certainty respons
    interpgrp spangrp"""
)
_READINGS = _set("choice app subst")
PAGES = _set("html epub")
"""Formats in which a comment's kin end at the next sign, and the content of a script is no markup."""
LEFT_OUT: Mapping[str, frozenset[str]] = {
    "html": _UNSEEN_IN_HTML,
    "epub": _UNSEEN_IN_HTML,
    "tei": _ABOUT | _READINGS,
    "xml": _set("style script binaryobject graphic"),
    "docx": _set("fallback movefrom del"),
    "odt": _set("tracked-changes annotation title desc"),
}
"""By format, the elements whose words are no words of the document; in small letters, without namespace."""

_TAG = re.compile(
    r"""</?[^\W\d][^\s<>"'/]*+(?:[^<>"']++|"[^"]*"(?=[\s/>?])|'[^']*'(?=[\s/>?]))*>|<[A-Za-z/!?][^<>]*>|</?[A-Za-z][\w.:-]*"""
)
"""A tag whose values are quoted as they should be; else what stands up to the next sign of a tag, or its name."""
_OPENED = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]*)")
_INLINE = re.compile(r"</?(?:[ia]|em|span|font|hi|persName|name|ref|pb|lb|gloss|date|rs|term)(?:\s[^<>]*)?>")
"""A tag that divides no words. Only for speed, as where words are divided does not count."""
_ENTITY = re.compile(r"&[A-Za-z_][\w.-]{0,63};")
_PASSES = 2
"""How often references are resolved: what is left of some may make new ones."""
_CDATA = "<![CDATA["
_ENDS = {"<!--": "-->", "<?": "?>", _CDATA: "]]>", "<!": "]>"}


def markup_text(text: str, format: str) -> str:
    """The text of a file in HTML or XML; `format` is the one that it was read in."""
    bare = kept(text, format)
    if "<pre" not in bare:
        bare = bare.replace("\n", " ")
    bare = _TAG.sub("\n", bare if format == "xml" else _INLINE.sub("", bare))
    for _ in range(_PASSES):
        if "&" not in bare:
            break
        bare = html.unescape(bare)
    return _ENTITY.sub(" ", bare)


def kept(text: str, format: str) -> str:
    """The markup without what is left out; of CDATA in XML the words."""
    return "".join(_stretches(text, format))


def _stretches(text: str, format: str) -> Iterator[str]:
    is_page = format in PAGES
    left_out = LEFT_OUT.get(format, frozenset())
    if left_out:
        left_out &= {name.lower() for name in set(_OPENED.findall(text))}
    if not left_out and "<!" not in text and "<?" not in text:
        yield text
        return
    at = 0
    unclosed: set[str] = set()
    for found in _openings(left_out).finditer(text):
        opening = found[1].casefold() if found[1] else found[0]
        if found.start() < at or opening in unclosed or found[0].endswith("/>"):
            continue
        if found[1]:
            end = end_of_element(text, opening, found.end(), nested=not is_page)
        else:
            closing = ">" if is_page and opening in ("<?", _CDATA) else _ENDS[opening]
            end = text.find(closing, found.end()) + len(closing)
        if end < found.end():
            unclosed.add(opening)
            continue
        yield text[at : found.start()] + " "
        if opening == _CDATA and not is_page:
            yield html.escape(text[found.end() : end - len(_ENDS[_CDATA])], quote=False)
        at = end
    yield text[at:]


@cache
def _openings(names: frozenset[str]) -> re.Pattern[str]:
    elements = rf"|<(?:[\w.-]{{1,40}}:)?({'|'.join(sorted(names))})(?=[\s/>])[^<>]*>" if names else "|(?!)()"
    return re.compile(rf"<!--|<\?|<!\[CDATA\[|<!(?=DOCTYPE[^<>\[\]]{{0,400}}\[){elements}", re.IGNORECASE)


def end_of_element(text: str, name: str, at: int, nested: bool) -> int:
    """Where an element that was opened before `at` is closed, -1 where it is not.

    Where elements of one name are `nested`, each is closed by its own tag; scripts and the like end at the first.
    """
    depth = 1
    for tag in re.compile(rf"<(/?)(?:[\w.-]{{1,40}}:)?{name}(?=[\s/>])[^<>]*>", re.IGNORECASE).finditer(text, at):
        if tag[1]:
            depth -= 1
        elif nested and not tag[0].endswith("/>"):
            depth += 1
        if depth == 0:
            return tag.end()
    return -1
