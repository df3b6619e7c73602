"""Citations in the styles of historians and of programs that keep references: Chicago notes, BibTeX, CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from tui_reader.document.citation import Citation, plain_citation
from tui_reader.lazy_re import lazy_re

_TEX = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}  # fmt: skip
_ISO = lazy_re(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WORD = lazy_re(r"[A-Za-z0-9]+")
_AND = lazy_re(r"\sand\s", re.IGNORECASE)
"""What divides names in BibTeX."""


def chicago_note(cited: Citation) -> str:
    """A note of the Chicago Manual of Style: title, date, volume, document, page, turns, reference."""
    within = cited.collection
    if cited.volume:
        within = ", ".join(filter(None, (cited.series, f"vol. {cited.volume}", cited.volume_title)))
    within = ", ".join(filter(None, (within, f"ed. {cited.editors}" if cited.editors else "")))
    place_and_publisher = ": ".join(filter(None, (cited.published.place, cited.published.publisher)))
    if printed := ", ".join(filter(None, (place_and_publisher, cited.published.year))):
        within = f"{within} ({printed})".strip()
    turns = f"{cited.turns[0].lower()}{cited.turns[1:]}" if cited.turns.startswith("Turn") else cited.turns
    place = f"{turns} ({cited.speaker})" if turns and cited.speaker else turns
    number = f"doc. {cited.number}" if cited.number else ""
    page = f"{'pp' if '–' in cited.page else 'p'}. {cited.page}" if cited.page else ""
    source = cited.source.partition(". ")[0]
    parts = (f"“{cited.title},”", _date_in_words(cited), within, number, page, place, source, cited.reference)
    first, *rest = filter(None, parts)
    return f"{first} {', '.join(rest)}."


def bibtex(cited: Citation) -> str:
    """An entry of BibTeX, in ASCII commands where its signs mean something to TeX."""
    parts = _date_parts(cited)
    fields = {
        "title": cited.title,
        "booktitle": cited.collection,
        "series": cited.series,
        "volume": cited.volume,
        "number": cited.number,
        "publisher": cited.published.publisher,
        "address": cited.published.place,
        "pages": cited.page.replace("–", "--"),
        "year": f"{parts[0]:04}" if parts else cited.published.year,
        "date": "-".join(f"{part:02}" for part in parts) if parts else "",
        "note": ". ".join(filter(None, (", ".join(filter(None, (cited.turns, cited.speaker))), cited.source))),
        "howpublished": cited.reference,
    }
    kind = "incollection" if cited.collection else "misc"
    told = {name: _for_tex(value) for name, value in fields.items()}
    told["editor"] = " and ".join(map(_name_for_tex, cited.published.editors))
    lines = [f"  {name} = {{{value}}}," for name, value in told.items() if value]
    return "\n".join((f"@{kind}{{{_key(cited)},", *lines, "}"))


def csl_json(cited: Citation) -> str:
    """An item of CSL-JSON, as Zotero, Pandoc and citeproc take it, in a list."""
    turns = ", ".join(filter(None, (cited.turns, cited.speaker)))
    year = [int(cited.published.year)] if cited.published.year else []
    parts = _date_parts(cited) or ([] if cited.date else year)
    item: dict[str, object] = {
        "id": _key(cited),
        "type": "chapter" if cited.collection else "document",
        "title": cited.title,
        "container-title": cited.collection,
        "collection-title": cited.series,
        "volume": cited.volume,
        "number": cited.number,
        "page": cited.page,
        "editor": [{"literal": name} for name in cited.published.editors],
        "publisher": cited.published.publisher,
        "publisher-place": cited.published.place,
        "issued": {"date-parts": [parts]} if parts else {"literal": cited.date} if cited.date else "",
        "archive": cited.source,
        "note": ". ".join(filter(None, (turns, cited.reference))),
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)


STYLES: Mapping[str, Callable[[Citation], str]] = {
    "plain": plain_citation, "chicago": chicago_note, "bibtex": bibtex, "csl-json": csl_json,
}  # fmt: skip
"""The styles by name."""


def _date_parts(cited: Citation) -> list[int]:
    found = _ISO.match(cited.iso)
    return [int(part) for part in found.groups() if part] if found else []


def _date_in_words(cited: Citation) -> str:
    """ "November 9, 1962"; as printed where that is not understood."""
    parts = _date_parts(cited)
    if len(parts) < 2:
        return str(parts[0]) if parts else cited.date
    month = MONTHS[parts[1] - 1] if 0 < parts[1] < 13 else ""
    return f"{month} {parts[2]}, {parts[0]}" if len(parts) > 2 else f"{month} {parts[0]}"


def _key(cited: Citation) -> str:
    """A key of ASCII letters and figures: the first words of the title, the year, the document, the turn."""
    words = [word.lower() for word in _WORD.findall(cited.title)][:3] or ["document"]
    number = [f"d{cited.number}"] if cited.number else []
    return "-".join((*words, *map(str, _date_parts(cited)[:1]), *number, *_WORD.findall(cited.turns.lower())))


def _for_tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in " ".join(text.split()))


def _name_for_tex(name: str) -> str:
    """A name; in braces where BibTeX would take it for two: `{Office of Mills and Rivers}`."""
    told = _for_tex(name)
    return f"{{{told}}}" if _AND.search(told) else told
