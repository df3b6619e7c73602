"""What the header of a TEI file says of the whole: title, language, when it was said. Knows no speeches."""

from __future__ import annotations

import re

from tui_reader.cleaning import clean
from tui_reader.formats.tei.persons import words
from tui_reader.formats.xml.safe_parser import Element, local

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WHEN = ("when", "from", "notBefore")
_ISO = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?")


def iso(when: str) -> str | None:
    """A date of the markup to the minute; None for what is not a date."""
    found = _ISO.match(when)
    return found[0] if found else None


def title(root: Element) -> str:
    """The title that the header gives: a volume's, a play's."""
    header = _header(root)
    titles = list(header.iterfind("{*}fileDesc/{*}titleStmt/{*}title")) if header is not None else []
    whole = [title for title in titles if title.get("type") in ("complete", "main")] or titles
    return words(whole[0]).strip() if whole else ""


def language(root: Element, unit: Element) -> str:
    """The language of the text, the closest that is said: of its first division, itself, or what it stands in.

    Else the only one that the header says is used; or empty.
    """
    text = next(root.iter("{*}text"), unit) if unit is root else unit
    inside = [text, *text.iterchildren("{*}body"), *text.iterfind("{*}body/{*}div")][:3]
    for element in (*reversed(inside), *unit.iterancestors(), root):
        said = clean(str(element.get(_LANG) or "")).strip()[:20]
        if said:
            return said
    used = list(root.iterfind("{*}teiHeader/{*}profileDesc/{*}langUsage/{*}language"))
    return clean(str(used[0].get("ident") or "")).strip() if len(used) == 1 else ""


def spoken_on(root: Element) -> tuple[str, str | None]:
    """When recorded speech was spoken, as printed and as ISO 8601; empty where the header does not say."""
    header = _header(root)
    if header is None:
        return "", None
    for place in ("profileDesc/{*}settingDesc", "fileDesc/{*}sourceDesc/{*}recordingStmt", "fileDesc/{*}sourceDesc"):
        for date in (date for around in header.iterfind("{*}" + place) for date in around.iter("{*}date")):
            when = next((str(date.get(key)) for key in _WHEN if date.get(key)), "")
            printed = words(date).strip() or clean(when)
            if printed:
                return printed, iso(when or printed)
    return "", None


def _header(root: Element) -> Element | None:
    return next((child for child in root if local(child) == "teiHeader"), None)
