"""What a citation of a document, or of turns in it, is made of; and the citation in plain words.

Other styles are in `citation_styles`. Knows no file but its name.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.document.model import Document, Page
from tui_reader.document.turn_reference import turn_reference
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_NUMBER = lazy_re(r"[\[(]?(\d{1,6}[a-z]?)[.:)\]]*")
MOST_NAMED = 3
"""The most speakers that are named."""
_VOLUME = lazy_re(
    r"(?P<series>[^,]+(?:, \d{4}[–-]\d{2,4})?), Vol(?:ume|\.) (?P<volume>[^,\s]{1,12}(?:, Part [^,\s]{1,8})?)"
    r"(?:, (?P<title>.+))?"
)
"""The title of a volume: "Foreign Relations of the United States, 1961–1963, Volume V, Soviet Union"."""


class Publication(NamedTuple):
    """Who edited and published a text, as far as its file says."""

    editors: tuple[str, ...] = ()
    publisher: str = ""
    place: str = ""
    year: str = ""


UNKNOWN = Publication()
"""Nothing is said of it."""


class Citation(NamedTuple):
    """The facts of a citation; what is not known is empty."""

    title: str
    collection: str
    """The volume, series or site that printed it, as it is called in full."""
    series: str
    """Of a volume with a number: the series alone."""
    volume: str
    """Its number: "V", "E–14, Part 1"."""
    volume_title: str
    number: str
    """The number that the volume gives the document: "369"."""
    date: str
    """As printed."""
    iso: str
    """As ISO 8601, as far as it is understood."""
    turns: str
    """"Turn 6", "Turns 6–9"; the heading of a part; empty for the whole document."""
    speaker: str
    """Who speaks in the only turn, by the fullest name, or in several turns, all of them."""
    page: str
    """The page of the print: "223", "223–224"."""
    reference: str
    """Opens it again: "talk.txt#turn-6~that-is-all"."""
    file: str
    source: str
    """Where the document was found, as printed."""
    published: Publication = UNKNOWN

    @property
    def editors(self) -> str:
        """Who edited it: "Ann Lee and Ben Roe"."""
        *others, last = self.published.editors[:MOST_NAMED] or ("",)
        more = " and others" if len(self.published.editors) > MOST_NAMED else ""
        return f"{', '.join((*others, last))}{more}" if more or not others else f"{', '.join(others)} and {last}"


def citation(
    document: Document,
    pages: Sequence[Page] = (),
    page: str = "",
    file: str = "",
    published: Publication = UNKNOWN,
) -> Citation:
    """The facts of a citation of the document, or of these pages of it, which follow each other.

    `page` is that of the print. `file` is the file's name with the document's id, where it has one.
    """
    title = document.heading.rstrip(".")
    collection = document.collection.text.rstrip(".") if document.collection else ""
    volume = _VOLUME.fullmatch(collection)
    named, date = file or document.name, document.date
    return Citation(
        title,
        collection if collection != title else "",
        volume["series"] if volume else "",
        volume["volume"] if volume else "",
        (volume["title"] or "") if volume else "",
        document_number(document),
        date.passage.text.rstrip(".") if date else "",
        (date.iso if date else None) or "",
        _turns(document, pages),
        _speakers(document, pages),
        page,
        turn_reference(named, pages[0]) if pages else named,
        document.name,
        (document.source.text or "").rstrip(".") if document.source else "",
        published,
    )


def plain_citation(cited: Citation) -> str:
    """Sentences with turns, speaker, title, collection with who edited and published it, document, date, page, file and
    source, as far as known."""
    place = ", ".join(filter(None, (cited.turns, cited.speaker)))
    edited = f"Edited by {cited.editors}" if cited.editors else ""
    where = ", ".join(filter(None, (cited.published.publisher, cited.published.place, cited.published.year)))
    by = "by " if cited.published.publisher else "in "
    printed = f"Published {by}{where}" if where else ""
    parts = [place, cited.title, cited.collection, edited, printed]
    parts += [f"Document {cited.number}" if cited.number else "", cited.date]
    parts += [f"Page {cited.page}" if cited.page else "", cited.reference if cited.turns else f"File {cited.file}"]
    parts += [f"Source: {cited.source}" if cited.source else ""]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def document_number(document: Document) -> str:
    """The number printed before the title: `285. Memorandum`."""
    if not (document.title and document.title.spans):
        return ""
    start = document.title.spans[0].start
    before = (one for one in document.residue if one.span.end <= start and start - one.span.end < 3)
    found = next((number for one in before if (number := _NUMBER.fullmatch(one.text.strip()))), None)
    return found[1] if found else ""


def _turns(document: Document, pages: Sequence[Page]) -> str:
    numbers = [page.turn.number for page in pages if page.turn]
    if not numbers:
        heading = pages[0].part.heading if pages else None
        return heading.text.rstrip(".") if heading and heading.text.rstrip(".") != document.heading.rstrip(".") else ""
    return f"Turn {numbers[0]}" if len(numbers) == 1 else f"Turns {numbers[0]}–{numbers[-1]}"


def _speakers(document: Document, pages: Sequence[Page]) -> str:
    names = [*dict.fromkeys(_full_name(document, page) for page in pages if page.turn)]
    return ", ".join(names[:MOST_NAMED]) + (" and others" if len(names) > MOST_NAMED else "")


def _full_name(document: Document, page: Page) -> str:
    person = document.person(page.speaker)
    return (person.name if person else None) or document.short_name(page.speaker)
