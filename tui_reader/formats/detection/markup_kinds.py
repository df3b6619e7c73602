"""Whether a text is a web page, Markdown, Org or wikitext, told quickly. Imports no reader."""

from __future__ import annotations

import re

from tui_reader.formats.source_file import SourceFile
from tui_reader.lazy_re import lazy_re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SEARCHED = 20_000
_ELEMENTS = _set("""html head meta body p div cite article section main pre dl table h1 h2 ul span strong blockquote""")
_BOLD_LABEL = lazy_re(
    r"^(?:> ?)?(?:\*\*[^*\n]{1,60}:\*\*|\*[^*\n]{1,60}:\*"
    r"|\*\*[^*\n]{1,60}\*\*:|__[^_\n]{1,60}:__|[\[(]?\d{1,2}:\d[\d:.]{1,9}[\])]?[ \t]\*\*[^*\n]{1,60}\*\*)(?=\s)",
    re.MULTILINE,
)
_ORG = lazy_re(r"#\+(?:title|author|date|language|options|startup|filetags):", re.IGNORECASE)
_WIKITEXT = lazy_re(
    r"^(?:[:*;]{0,3}[ \t]?'''[^'\n]{1,60}:?'''|==+ ?[^=\n]{1,100}==+[ \t]*$|\[\[[A-Z][a-z]{3,9}:[^\[\]\n]{1,200}\]\]$)",
    re.MULTILINE,
)
_FRONT = lazy_re(r"\A\s*---[ \t]*\n(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*\n")


def is_page(file: SourceFile) -> bool:
    """Whether the text is HTML or XHTML, or a piece of it."""
    if file.root is not None and file.root.casefold() in _ELEMENTS:
        return True
    return file.head[:15].casefold().startswith(("<!doctype html", "<html"))


def is_markdown(file: SourceFile) -> bool:
    """Whether the text is Markdown: by its file's name, its front matter, or labels in bold."""
    if file.ends_with(".md", ".markdown", ".mkd"):
        return True
    head = file.text[:_SEARCHED]
    if head.startswith("---") and _FRONT.match(head) and re.search(r"^[\w-]+:", head, re.M):
        return True
    return len(_BOLD_LABEL.findall(head)) >= 3


def is_org(file: SourceFile) -> bool:
    """Whether the text is Org: by its file's name, or the keyword that begins it."""
    return file.ends_with(".org") or bool(_ORG.match(file.head))


def is_wikitext(file: SourceFile) -> bool:
    """Whether the text is wikitext: by its file's name, or by names in bold, headings and categories."""
    if file.ends_with(".wiki", ".mediawiki", ".wikitext"):
        return True
    return ("'''" in file.head or "==" in file.head) and len(_WIKITEXT.findall(file.text[:_SEARCHED])) >= 3
