"""All that a person said in the documents of the library, in the order of time, as one document to read and export.

Each document in which the person speaks is a part of it, with title and date; what others say in between is left out.
The documents are read again from their files, a volume once for all of its documents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from tui_reader.atomic_write import atomic_write
from tui_reader.document.collection import CollectionError, split_id
from tui_reader.document.model import Document, Kind, Passage, Turn
from tui_reader.errors import DocumentError, ReaderError
from tui_reader.library import Library
from tui_reader.named_tuple import NamedTuple
from tui_reader.paths import said_folder

if TYPE_CHECKING:
    from tui_reader.library.people_everywhere import PersonEverywhere, PlaceOfPerson

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_NAMES = re.compile(r"[^\w .'’-]+")
_ELEMENTS = {Kind.ASIDE: "stage", Kind.VERSE: "lg"}


class AllSaid(NamedTuple):
    """What a person said, and what of it could not be read."""

    document: Document
    data: bytes
    """The document as a file of TEI, from which it was read."""
    notices: tuple[str, ...]
    """A line for each file that could not be read, or has changed."""
    sources: tuple[Path, ...]
    """The files that it was made from."""

    def write(self) -> Path:
        """Write it where the reader opens it from; the path. Raises ReaderError."""
        folder = said_folder()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ReaderError(f"{folder}: cannot be made: {error.strerror}.") from None
        path = folder / self.document.name
        with atomic_write(path, private=True) as file:
            file.write(self.data)
        return path


def all_said(
    person: PersonEverywhere, library: Library, tell: Callable[[float], object] = lambda share: None
) -> AllSaid:
    """All that a person said. `tell` is called with the share that is done, 0 to 1.

    Raises DocumentError where nothing can be read, LibraryError.
    """
    from tui_reader.formats import parse

    places = [place for place in library.everywhere.places(person) if place.row.turns]
    troubles: list[str] = []
    parts = {one.key: one for one in _documents(places, library, troubles, tell)}
    written = _Writing(person)
    for place in places:
        document = parts.get(place.row.document)
        if document:
            written.add(document, place.row.person)
    if not written.turns:
        raise DocumentError(troubles[0] if troubles else f"{person.name} says nothing in the documents of the library")
    data = written.tei().encode()
    name = (" ".join(_NOT_IN_NAMES.sub(" ", person.name).split())[:80].strip(". ") or "Somebody") + ".xml"
    document = parse(data, name)._replace(key=sha256(data).hexdigest())
    _keep_voice(person, document, library)
    files = dict.fromkeys(split_id(place.path)[0] for place in places)
    return AllSaid(document, data, tuple(troubles), tuple(files))


def _documents(
    places: Iterable[PlaceOfPerson], library: Library, troubles: list[str], tell: Callable[[float], object]
) -> Iterator[Document]:
    """The documents at these places, as they are shown; a line in `troubles` for each that cannot be read."""
    by_file: dict[Path, list[PlaceOfPerson]] = {}
    for place in places:
        by_file.setdefault(split_id(place.path)[0], []).append(place)
    for number, (file, some) in enumerate(by_file.items()):
        tell(number / len(by_file))
        try:
            documents = list(_read(file, some))
        except DocumentError as error:
            troubles.append(str(error))
            continue
        there = {document.key for document in documents}
        if any(place.row.document not in there for place in some):
            troubles.append(f"{file}: has changed since it was added; what is said there now is left out.")
        wanted = {place.row.document for place in some}
        yield from (_shown(one, library) for one in documents if one.key in wanted)
    tell(1.0)


def _shown(document: Document, library: Library) -> Document:
    """The document as its labels are decided, without the words that the person rehearses."""
    from tui_reader.document.hidden_words import Hiding, hidden

    decided = library.label_decisions.apply_to(document)
    return hidden(decided, Hiding(library.chairs.in_document(document, decided)))


def _read(file: Path, places: Sequence[PlaceOfPerson]) -> Iterator[Document]:
    """The documents of a file. Raises DocumentError."""
    from tui_reader.formats import read

    try:
        yield read(file, words_only=any(split_id(place.path)[1] for place in places))
    except CollectionError as error:
        known = {entry.id for entry in error.collection.entries}
        for place in places:
            id = split_id(place.path)[1]
            if id in known:
                yield error.read(id)


class _Writing:
    """The TEI of what one person said, written document by document."""

    def __init__(self, person: PersonEverywhere) -> None:
        self._person = person
        self._parts: list[str] = []
        self._notes = 0
        self._languages = Counter[str]()
        self.turns = 0

    def add(self, document: Document, speaker: str) -> None:
        """Add the turns of a speaker of a document."""
        turns = [self._turn(page.turn, document) for page in document.pages if page.turn and page.speaker == speaker]
        if not turns:
            return
        self.turns += len(turns)
        known = document.language_evidence.source != "default"
        self._languages[document.language if known else ""] += len(turns)
        date = document.date.passage.text.strip(" .") if document.date else ""
        head = f"{document.heading.rstrip('.')}. {date}".strip() + "."
        self._parts.append(f"<div><head>{_text(head.replace('..', '.'))}</head>\n{''.join(turns)}</div>\n")

    def _turn(self, turn: Turn, document: Document) -> str:
        said = "".join(self._passage(passage, document) for passage in turn.passages)
        return f'<sp who="#person"><speaker>{_text(_called(self._person.name))}</speaker>{said}</sp>\n'

    def _passage(self, passage: Passage, document: Document) -> str:
        pieces, at = [], 0
        for mark in passage.marks:
            note = document.note(mark.note)
            pieces.append(_text(passage.text[at : mark.offset]))
            at = mark.offset
            if note and note.text:
                self._notes += 1
                pieces.append(f'<note n="{self._notes}" place="foot">{_text(note.text)}</note>')
        words = "".join((*pieces, _text(passage.text[at:])))
        if passage.kind is Kind.VERSE:
            lines = "".join(f"<l>{line}</l>" for line in words.split("\n"))
            return f"<lg>{lines}</lg>"
        element = _ELEMENTS.get(passage.kind, "p")
        return f"<{element}>{words}</{element}>"

    def tei(self) -> str:
        """The whole file."""
        name, role = self._person.name, next(iter(self._person.roles[-1:]), "")
        language = self._languages.most_common(1)[0][0]
        tag = f" xml:lang={quoteattr(language)}" if language else ""
        about = f"<note>{_text(role)}</note>" if role else ""
        return (
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0"{tag}><teiHeader><fileDesc><titleStmt>'
            f"<title>{_text(f'All that {name} said')}</title></titleStmt></fileDesc><profileDesc><particDesc>"
            f'<listPerson><person xml:id="person"><persName>{_text(name)}</persName>{about}</person></listPerson>'
            f"</particDesc></profileDesc></teiHeader><text><body>\n{''.join(self._parts)}</body></text></TEI>\n"
        )


def _keep_voice(person: PersonEverywhere, document: Document, library: Library) -> None:
    """Give the person the voice that was chosen in a document where nobody has one by the name alone."""
    known = library.voice_registry.voices(document.people)
    if not document.people or known.chosen:
        return
    voices = (library.cast(row.document).get(row.person) for row in reversed(person.rows) if row.turns)
    chosen = next(filter(None, voices), None)
    if chosen:
        with library.in_passing():
            library.keep_first_voice(document.key, document.people[0].id, chosen)


def _called(name: str) -> str:
    """The surname of a full name; any other name as it is."""
    from tui_reader.document.people.identity import identity
    from tui_reader.document.people.names import name_words

    return name_words(name)[-1] if identity(name) and "," not in name else name


def _text(words: str) -> str:
    return escape(_NOT_XML.sub(" ", words))
