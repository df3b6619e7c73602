"""Makes XHTML elements. A document's words go in as text, so nothing in them can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"
Element = Any
"""An lxml element; lxml ships no types."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (section 2.2) cannot hold, not even escaped."""


def make(tag: str, *content: str | Element | None, **attributes: str | None) -> Element:
    """An XHTML element with text and elements in it; `cls` is its class, `aria_label` its aria-label.

    None is left out, both as content and as an attribute.
    """
    element = etree.Element(f"{{{XHTML}}}{tag}", nsmap={None: XHTML})
    for name, value in attributes.items():
        if value is not None:
            element.set("class" if name == "cls" else name.replace("_", "-"), printable(value))
    return filled(element, content)


def filled(element: Element, content: Iterable[str | Element | None]) -> Element:
    """The same element, with text and elements added at its end; None is left out."""
    for one in content:
        if isinstance(one, str):
            add_text(element, one)
        elif one is not None:
            element.append(one)
    return element


def add_text(element: Element, text: str) -> None:
    """Add text at the end of an element."""
    text = printable(text)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def printable(text: str) -> str:
    """The text with U+FFFD in place of each character that XML cannot hold."""
    return _NOT_IN_XML.sub("�", text)


def language_tag(language: str) -> str:
    """A document's language if it is a language tag (BCP 47), else "und"."""
    return language if _LANGUAGE.fullmatch(language) else "und"


def is_right_to_left(language: str) -> bool:
    """Whether a language, given as a BCP 47 tag, is written from right to left."""
    return language.lower().partition("-")[0] in {"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
