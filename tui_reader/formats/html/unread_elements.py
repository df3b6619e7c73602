"""Elements of a page that nobody says: what it hides, its links and buttons, numbers of pages; each with its reason.

Knows one element at a time; not what becomes of its words.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import islice
from typing import Any

from tui_reader.formats.html.html_elements import words_of


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


UNSEEN = _set("""head script style template noscript iframe audio video canvas object""")
"""What a page does not show."""
HIDDEN = "hidden by the page"
LINKS = "links of the page"
_UNREAD = {
    "nav": LINKS, "button": "a button", "select": "choices of the page", "svg": "words in a picture",
    "rt": "how a character is read", "rp": "how a character is read", "textarea": "a field to fill in",
    "label": "a field to fill in",
}  # fmt: skip
"""What a page shows and nobody says."""
INLINE = _set("rt rp label")
"""Of these, the ones that stand within words."""
_ROLES = {
    "navigation": LINKS, "menu": LINKS, "menubar": LINKS, "toolbar": LINKS, "search": "a search form",
    "dialog": "a notice of the page", "alertdialog": "a notice of the page", "contentinfo": "the foot of the page",
    "backlink": "rest of a web link", "doc-backlink": "rest of a web link", "referrer": "rest of a web link",
    "pagebreak": "a page number", "doc-pagebreak": "a page number",
}  # fmt: skip
_PAGE_NUMBER = re.compile(r"(?:^|\s)(?:page-?(?:num(?:ber)?|no|break)|pb|pgnum|folio)(?=\s|$)")
_LONGEST_PAGE_NUMBER = 24
_FURNITURE = re.compile(
    r"(?:^|\s)(?:(?:site-|page-|post-|entry-|article-)?"
    r"(?:(?P<notice>cookies?|gdpr|consent)|(?P<links>breadcrumbs?|shar(?:e|ing)|social|related|pagination|pager|navbar"
    r"|nav(?:igation)?|menu|skip-link|skip-to-content|newsletter|subscribe|mw-editsection|editsection|noprint|navlinks)))"
    r"(?:[-_](?:banner|notice|consent|bar|links?|buttons?|list|box|posts?|articles?|stories|icons?|menu|wrapper"
    r"|container|signup|form|block|section|media|message|popup))*(?=\s|$)"
)
"""Classes and ids of what stands around the text of a page."""
_FURNITURE_TAGS = _set("div section ul ol aside p form header table span")
_LONGEST_FURNITURE = 1_500
_MOST_LINKS = 100
_LONGEST_ORNAMENT = 200
"""Characters of what is kept from those who listen; more is the page itself, behind a window that is open."""


def unread(element: Any, tag: str, said: Set[str]) -> str | None:
    """Why nobody says the words of an element; None for what is said. `said` are its types."""
    if tag in _UNREAD:
        return _UNREAD[tag]
    attributes = element.keys()
    if attributes and is_hidden(element):
        return HIDDEN
    for one in said:
        if one in _ROLES:
            return _ROLES[one]
    if tag in ("ul", "ol") and _is_all_links(element):
        return LINKS
    return _by_attributes(element, tag) if attributes else None


def _by_attributes(element: Any, tag: str) -> str | None:
    if element.get("aria-hidden") == "true" and _is_short(element, _LONGEST_ORNAMENT):
        return "an ornament, which the page keeps from those who listen"
    named = str(element.get("class") or "").casefold()
    if named and _PAGE_NUMBER.search(named) and _is_short(element, _LONGEST_PAGE_NUMBER):
        return "a page number"
    if tag not in _FURNITURE_TAGS:
        return None
    found = _FURNITURE.search(named) or _FURNITURE.fullmatch(str(element.get("id") or "").casefold())
    if not found or not _is_short(element, _LONGEST_FURNITURE):
        return None
    return "a notice of the page" if found["notice"] else LINKS


def _is_all_links(element: Any) -> bool:
    """Whether a list is short and has no words but links of the page to other places."""
    links = list(islice(element.iter("{*}a"), _MOST_LINKS))
    if not 0 < len(links) < _MOST_LINKS or not _is_short(element, _LONGEST_FURNITURE):
        return False
    if any((link.get("href") or "#").startswith("#") for link in links):
        return False
    linked = sum(len("".join(words_of(link).split())) for link in links)
    return sum(map(str.isalnum, words_of(element))) <= linked


def _is_short(element: Any, most: int) -> bool:
    return len(words_of(element, most)) <= most


def is_hidden(element: Any) -> bool:
    """Whether the page itself hides it."""
    return element.get("hidden") is not None or "display:none" in str(element.get("style") or "").replace(" ", "")
