"""Makes SVG elements. A document's words go in as text, so nothing in them can become markup."""

from __future__ import annotations

from lxml import etree

from tui_reader.export.markup.xhtml_elements import Element, printable

SVG = "http://www.w3.org/2000/svg"


def empty(width: int, height: int) -> Element:
    """A picture of so many units with nothing in it."""
    return etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG}, viewBox=f"0 0 {width} {height}", role="img")


def picture(width: int, height: int, title: str, description: str) -> Element:
    """An empty picture for a file, whose title and description a screen reader says."""
    root = empty(width, height)
    root.set("aria-labelledby", "picture-title picture-description")
    add(root, "title", title, id="picture-title")
    add(root, "desc", description, id="picture-description")
    return root


def add(parent: Element, tag: str, text: str | None = None, **attributes: object) -> Element:
    """A further element in another; `_` in the name of an attribute stands for "-", `cls` for "class"."""
    element = etree.SubElement(parent, f"{{{SVG}}}{tag}")
    for name, value in attributes.items():
        element.set("class" if name == "cls" else name.replace("_", "-"), printable(str(value)))
    if text is not None:
        element.text = printable(" ".join(text.split()))
    return element
