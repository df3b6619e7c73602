"""Questions about one element of a page: what it says it is, its words, a note's mark, an aside, its language."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from typing import Any

from lxml import etree

from tui_reader.cleaning import one_line
from tui_reader.errors import DocumentError
from tui_reader.formats.xml.character_references import resolved
from tui_reader.formats.xml.safe_parser import Xml

_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_ASIDE_SECTIONS = frozenset(
    (
        "frontmatter", "backmatter", "titlepage", "halftitlepage", "imprint", "colophon", "copyright-page",
        "dramatis-personae", "toc", "loi", "lot", "dedication", "epigraph", "preface", "foreword", "acknowledgments",
        "contributors", "bibliography", "index",
    )
)  # fmt: skip
"""Sections that are there on demand."""
_LONGEST_MARK = 5
"""Characters of a note's mark in its brackets."""
_PRINT = frozenset(("sup", "i", "em", "b", "strong", "span", "small"))
_MARK_CLASSES = frozenset(("noteref", "footnote-ref", "footnote-reference", "footnoteref", "fnref"))
SIGN = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?")
"""A note's mark."""
_CLOSING = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""What browsers take for nothing: what stands behind it belongs to the page. libxml2 begins another one there."""
_LONG_TAG = re.compile(r"<([A-Za-z][^\s<>/]*+)[^<>]{4000,}+>?")
_ATTRIBUTE = re.compile(r"[\s/]+|=\s*[\"']?")
"""What stands before or within each attribute of a tag."""
_MOST_ATTRIBUTES = 2000
_DEEPEST = 2048
"""Elements in each other that libxml2 reads."""
_LONGER = 4
"""How many times as many characters as are asked for may stand in an element, for white space."""
_MOST_EVENTS = 80
"""Begins and ends of elements in one whose words are asked for, when they must be few."""
_LANGUAGE_METAS = frozenset(("content-language", "language", "dc.language", "dcterms.language"))
NO_TYPES: frozenset[str] = frozenset()
"""What an element says that it is which has no attributes."""


BLOCKS = frozenset(
    (
        "html", "body", "p", "div", "section", "article", "header", "footer", "main", "aside", "table", "thead",
        "tbody", "tfoot", "tr", "td", "th", "caption", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "hr",
        "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "address", "pre", "details", "summary", "center",
    )
)  # fmt: skip
"""Elements that begin a paragraph."""


def tag_of(element: Any) -> str:
    """The name of an element in small letters, without its namespace; of a comment an empty one."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(1 << 10)
def _without_namespace(tag: str) -> str:
    return (tag.rpartition("}")[2] or tag).lower()


def is_block(element: Any) -> bool:
    """Whether an element begins a paragraph."""
    return tag_of(element) in BLOCKS


def types(element: Any) -> Set[str]:
    """What `epub:type` and `role` say of an element, without prefixes."""
    said, role = element.get(_EPUB_TYPE) or element.get("epub:type"), element.get("role")
    if not (said or role):
        return NO_TYPES
    return {word.rpartition(":")[2].casefold() for word in f"{said or ''} {role or ''}".split()}


def tree(text: str, name: str) -> Xml:
    """The tree of a page: as XML where it is well-formed XHTML, else as browsers read HTML."""
    text = resolved(text)
    if "http://www.w3.org/1999/xhtml" in text[:2000]:
        safe = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8",
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(text.encode("utf-8", "replace"), safe)
            if not any(True for _ in root.iter(etree.Entity)):
                return Xml(root)
        except etree.XMLSyntaxError:
            pass  # read as HTML below, which knows its own entities and mends what is open
    text = _LONG_TAG.sub(_bare_if_crowded, _CLOSING.sub("", text))
    # HTML has no entities of its own that could unfold to a flood, which is what libxml2's lower limits are against.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(f"{name}: cannot be read as HTML: {one_line(error.msg)}") from None
    if root is None:
        raise DocumentError(f"{name}: the page holds no text")
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        return Xml(
            root,
            (f"{name}: elements stand in each other over {_DEEPEST:,} deep; what is behind that place is not read",),
        )
    return Xml(root)


def _bare_if_crowded(tag: re.Match[str]) -> str:
    """A tag of more attributes than any has without them: they are no words, and libxml2 compares each with all."""
    return f"<{tag[1]}>" if len(_ATTRIBUTE.findall(tag[0])) > _MOST_ATTRIBUTES else tag[0]


def is_aside(element: Any, tag: str, said: Set[str]) -> bool:
    """Whether a part of the page is read only on demand: its types tell it, or it is the foot of the page."""
    if tag == "footer":
        return element.getparent() is not None and str(element.getparent().tag).endswith("body")
    return tag == "address" or bool(said & _ASIDE_SECTIONS) or "pg-boilerplate" in str(element.get("class") or "")


def is_mark(link: Any) -> bool:
    """Whether a link is a note's mark: a number or a star that is raised or in brackets, and leads to a place."""
    words = words_of(link, _LONGEST_MARK)
    if "#" not in (link.get("href") or "") or not SIGN.fullmatch(words):
        return False
    return words[0] in "[(" or _is_raised(link)


def is_mark_in_brackets(link: Any) -> bool:
    """Whether a link is a note's mark if a bracket opens before it: `met[<a href="#n2">2</a>]`."""
    return (
        str(link.tail or "").startswith("]")
        and "#" in (link.get("href") or "")
        and SIGN.fullmatch(words_of(link, _LONGEST_MARK)) is not None
    )


def _is_raised(link: Any) -> bool:
    """Whether a link is raised, also where it is set in italics or bold, or in a class of marks."""
    around = [link]
    for element in link.iterancestors():
        if tag_of(element) not in _PRINT:
            break
        around.append(element)
    marked = {name for element in around for name in str(element.get("class") or "").casefold().split()}
    return bool(marked & _MARK_CLASSES) or any(tag_of(element) == "sup" for element in (*around, *link.iter("{*}sup")))


def words_of(element: Any, most: int | None = None) -> str:
    """All words in it, on one line; for an element that holds far more than `most` characters, as many dots."""
    if not len(element):
        words = element.text or ""
        if most is not None and len(words.strip()) > _LONGER * most:
            return "…" * (most + 1)
        return " ".join(words.split())
    if most is None:
        return " ".join("".join(element.itertext()).split())
    pieces: list[str] = []
    length = 0
    for number, (event, one) in enumerate(etree.iterwalk(element, events=("start", "end"))):
        said = (one.text if event == "start" else one.tail if one is not element else None) or ""
        length += len(said.strip())
        if length > _LONGER * most or number > _MOST_EVENTS:
            return "…" * (most + 1)
        pieces.append(said)
    return " ".join("".join(pieces).split())


def language_of(root: Any) -> str:
    """The language that a page declares for all of it, as a tag; empty where it declares none."""
    pages = [root, *(one for one in root.iterchildren() if tag_of(one) == "body")]
    for one in pages:
        if said := one.get("{http://www.w3.org/XML/1998/namespace}lang") or one.get("lang") or one.get("xml:lang"):
            return str(said).strip()
    for one in root.iter("{*}meta"):
        if str(one.get("http-equiv") or one.get("name") or "").casefold() in _LANGUAGE_METAS:
            return str(one.get("content") or "").split(",")[0].strip()
    return ""
