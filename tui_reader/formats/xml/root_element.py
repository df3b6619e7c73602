"""What the first lines of XML and HTML say, without reading the file whole: the root element and the encoding.

Knows no vocabulary, and does not import the XML parser, so that a plain text is told from XML at no cost.
"""

from __future__ import annotations

import codecs
import re

TEI = frozenset(("TEI", "TEI.2", "teiCorpus"))
"""Root elements of TEI."""
PIECES = frozenset(("text", "body", "div"))
"""Root elements of a piece of TEI; web pages have some of them too."""
PLAYS = frozenset(("PLAY",))
"""Root elements of Bosak's plays."""

_SEARCHED = 20_000
"""Characters in which the root element is looked for."""
_PROLOG = re.compile(
    r"\s*+(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*+(?:\[(?:[^\]\"']++|\"[^\"]*+\"|'[^']*+')*\]\s*+)?>)", re.DOTALL
)
_ROOT = re.compile(r"\s*+<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])")
_OF_TEI = re.compile(r"tei-c\.org|<(?:sp|speaker|persName|frus:\w+)[\s>/]")
_NAMED_SPEAKER = re.compile(
    r"<(?:speaker|intervention|turn|utterance)\s[^<>]{0,200}?\b(?:name|speaker\w*)=", re.IGNORECASE
)
"""What TEI has not: an element that names who speaks in an attribute."""
_NO_ENCODINGS = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"))
"""What Python decodes too and no file is in."""
_DECLARED = re.compile(rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_META = re.compile(rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 2048
"""Bytes of a page in which its encoding is looked for."""


def root_name(text: str) -> str | None:
    """The local name of the root element, None where the text does not begin as XML does."""
    if not text[:100].lstrip().startswith("<"):
        return None
    text = text[:_SEARCHED]
    at = 0
    while found := _PROLOG.match(text, at):
        at = found.end()
    root = _ROOT.match(text, at)
    return root[1] if root else None


def is_tei(text: str, name: str) -> bool:
    """Whether the text is TEI, or a piece of it: has something only TEI has, or is by its file's name no web page."""
    root = root_name(text)
    if root not in PIECES:
        return root in TEI
    if _NAMED_SPEAKER.search(text, 0, _SEARCHED):
        return False
    return name.casefold().endswith(".xml") or _OF_TEI.search(text, 0, _SEARCHED) is not None


def is_xml(text: str) -> bool:
    """Whether the text is XML of whatever kind: it says so, or closes at its end the element that it begins with."""
    root = root_name(text)
    if root is None:
        return False
    if text[:100].lstrip().startswith("<?xml"):
        return True
    return re.search(rf"</(?:[\w.-]+:)?{re.escape(root)}\s*>\s*\Z", text[-200:]) is not None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the XML declaration names, or a page's head; None where it is unknown, or the bytes show it."""
    head = data[:_HEAD]
    found = _DECLARED.match(head) or (_META.search(head) if head.lstrip().startswith(b"<") else None)
    if not found:
        return None
    name = found[1].decode("ascii", "replace").casefold()
    if name.startswith(("utf", "ucs", "iso-10646")):
        return None
    try:
        known = codecs.lookup(name).name not in _NO_ENCODINGS and b"<".decode(name) == "<"
    except (LookupError, UnicodeError):
        return None
    return name if known else None
