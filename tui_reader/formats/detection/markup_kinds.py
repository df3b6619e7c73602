"""Whether a text is a web page or Markdown, told at no cost for a plain transcript. Imports neither reader."""

from __future__ import annotations

import re

from tui_reader.formats.xml.root_element import root_name


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SEARCHED = 20_000
_ELEMENTS = _set("""html head body p div cite article section main pre dl table h1 h2 ul span strong blockquote""")
_BOLD_LABEL = re.compile(
    r"^(?:> ?)?(?:\*\*[^*\n]{1,60}:\*\*|\*[^*\n]{1,60}:\*"
    r"|\*\*[^*\n]{1,60}\*\*:|__[^_\n]{1,60}:__)(?=\s)",
    re.MULTILINE,
)
_FRONT = re.compile(r"\A\s*---[ \t]*\n(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*\n")


def kind_of(text: str, name: str) -> str | None:
    """ "html", "markdown" or None; `name` is the file's and decides only where the text leaves it open."""
    root = root_name(text)
    if root is not None and root.casefold() in _ELEMENTS:
        return "html"
    head = text[:_SEARCHED]
    if head.lstrip()[:15].casefold().startswith(("<!doctype html", "<html")):
        return "html"
    if name.casefold().endswith((".md", ".markdown", ".mkd")):
        return "markdown"
    if head.startswith("---") and _FRONT.match(head) and re.search(r"^[\w-]+:", head, re.M):
        return "markdown"
    return "markdown" if len(_BOLD_LABEL.findall(head)) >= 3 else None
