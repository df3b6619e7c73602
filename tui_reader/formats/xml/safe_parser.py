"""XML read safely: no entity unfolded, no network, no DTD, nothing outside the text; errors say their place.

A file that was cut off or is not well formed is read as far as it can be, with a warning that says so. Knows no
vocabulary.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from lxml import etree

from tui_reader.cleaning import one_line
from tui_reader.errors import DocumentError
from tui_reader.formats.xml.character_references import resolved
from tui_reader.named_tuple import NamedTuple

Element = Any
"""An element of lxml, which ships no types."""

_LOOSE = re.compile(r"&(?!(?:#[0-9]{1,8}|#x[0-9A-Fa-f]{1,8}|[A-Za-z_][\w.-]{0,63});)")
_LIMITS = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_MEANINGS = (("depth", "nested too deep"), ("amplification", "its entities would unfold to a flood of text"))


class Xml(NamedTuple):
    """A file of XML as a tree."""

    root: Element
    warnings: tuple[str, ...] = ()
    """What was wrong with it, a line each, with line and column."""


def parse_xml(text: str, name: str) -> Xml:
    """The tree of `text`; `name` is the file's, for messages.

    Characters by the names of HTML (`&mdash;`) are read; other entities stay unread and are left out. Raises
    DocumentError where nothing can be read, or the file would take too much memory.
    """
    text = resolved(text)
    try:
        root = _parse(text, recover=False)
        return Xml(root, _unread(root, name))
    except etree.XMLSyntaxError as error:
        first = error
    if first.code == _LIMITS:
        raise DocumentError(f"{name}: {_place(first)}: {_refused(str(first.msg))}; it is not read") from None
    try:
        root = _parse(_LOOSE.sub("&amp;", text), recover=True)
    except etree.XMLSyntaxError:
        root = None
    if root is None or not any(words.strip() for words in root.itertext()):
        raise DocumentError(f"{name}: {_place(first)}: not well-formed XML: {_reason(first)}") from None
    warning = f"{name}: {_place(first)}: not well-formed XML ({_reason(first)}); what is cut off there may be missing"
    return Xml(root, (warning, *_unread(root, name)))


def local(element: Element) -> str:
    """The element's name without its namespace; empty for comments, instructions and entities."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(1 << 10)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


def _parse(text: str, recover: bool) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, attribute_defaults=False,
        huge_tree=False, recover=recover, encoding="utf-8", remove_comments=True, remove_pis=True,
    )  # fmt: skip
    return etree.fromstring(text.encode("utf-8", "replace"), parser)


def _unread(root: Element, name: str) -> tuple[str, ...]:
    """A warning for entities that were left out."""
    names = dict.fromkeys(one_line(entity.text) for entity in root.iter(etree.Entity))
    if not names:
        return ()
    listed = ", ".join(list(names)[:5])
    return (f"{name}: left out {listed}: what such names stand for is never fetched or unfolded",)


def _place(error: etree.XMLSyntaxError) -> str:
    line, column = error.position
    return f"line {line}, column {column}"


def _reason(error: etree.XMLSyntaxError) -> str:
    """What the parser says, without the place."""
    return re.sub(r",? line \d+, column \d+.*$", "", one_line(error.msg, 1000))[:160].strip() or "broken"


def _refused(message: str) -> str:
    return next((meaning for word, meaning in _MEANINGS if word in message), "larger in one piece than is safe to read")
