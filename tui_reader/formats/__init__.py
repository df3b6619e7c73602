"""A file read into a Document: its bytes decoded and cleaned, and given to the reader of its format.

A format is chosen by a file's contents, and by its name only where they leave it open. To add one, write a module with
PRODUCERS and put its row into `producers/table.py`.
"""

from __future__ import annotations

import gc
import hashlib
import stat
from collections.abc import Sequence
from pathlib import Path

from tui_reader.cleaning import clean, one_line
from tui_reader.document.collection import CollectionError, people_beside, split_id
from tui_reader.document.model import Document, RecognisedAs
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.errors import DocumentError
from tui_reader.formats import machine_lines, parsing_progress, people_file
from tui_reader.formats.decoding import Decoded, decode
from tui_reader.formats.detection.office_files import refusal
from tui_reader.formats.language.document_language import with_language
from tui_reader.formats.producers import table
from tui_reader.formats.producers.producer import Producer
from tui_reader.formats.source_file import SourceFile
from tui_reader.formats.xml.root_element import declared_encoding

Columns = tuple[tuple[str, str], ...]
"""Columns of a table that a person chose: what each is ("speaker", "text"), and its number from 1 or its head."""
LARGEST = 100_000_000
"""Bytes of the largest file that is read."""
_SCRIPT = "window.YTD.direct_messages"
"""How the script begins that holds messages as JSON in an archive of Twitter (X)."""


def read(
    path: Path,
    encoding: str | None = None,
    producer: str | None = None,
    language: str | None = None,
    columns: Columns = (),
    words_only: bool = False,
) -> Document:
    """The dialogue in the file at `path`; `encoding`, `producer`, `language`, `columns` overrule what it looks like.

    `words_only` is quicker, for an index: the document's words and people are right, but its language is not guessed,
    no warning says what is lost or no prose, and the contents of a file of many may lack titles and turns.
    Raises DocumentError for a file that cannot be read as a dialogue, UsageError for an unknown encoding or producer;
    the message is one line. A people file beside it, `NAME.people.toml`, says who the speakers are, what is no label,
    and which turns are to be corrected. `FILE#id` is the document of that id in a file of many; such a file without an
    id raises CollectionError, which holds the list.
    """
    path, id = split_id(path)
    name = one_line(path.name, 255) or one_line(path)
    data = file_bytes(path, name)
    people = people_file.load(people_beside(path))
    try:
        id = id and (clean(id) or "?")
        told = people.entries, people.warnings
        document = parse(data, name, encoding, id, *told, producer, language, columns, path.parent, words_only)
    except CollectionError as error:
        read_one = error.read
        error.read = lambda id: _decided(read_one(id), people, is_one_of_many=True)
        raise
    return _decided(document, people, is_one_of_many=id is not None)


def _decided(document: Document, people: people_file.PeopleFile, is_one_of_many: bool) -> Document:
    """The document with what the file of people beside it says of its labels and turns."""
    document = _without(document, people.not_labels)
    if people.audio and not is_one_of_many:
        document = document._replace(media=(people.audio,))
    return people_file.turns_corrected(document, people.turns, is_one_of_many) if people.turns else document


def _without(document: Document, not_labels: Sequence[str]) -> Document:
    """The document without those of its labels that are `not_labels`: their words go on in the turn before."""
    printed = {label for person in document.people for label in person.labels} if not_labels else ()
    found = [label for label in not_labels if label in printed]
    if not found:
        return document
    from tui_reader.document.decisions import without_labels

    return without_labels(document, found)


def parse(
    data: bytes,
    name: str,
    encoding: str | None = None,
    id: str | None = None,
    entries: Sequence[PersonEntry] = (),
    warnings: Sequence[str] = (),
    producer: str | None = None,
    language: str | None = None,
    columns: Columns = (),
    folder: Path | None = None,
    words_only: bool = False,
) -> Document:
    """The dialogue in the bytes of a file called `name`; `id` is that of one document in a file of many.

    `entries` are the people of the file beside it, `warnings` what was found before, `producer` is the name of the one
    who is to read it, whatever the file looks like, `language` the tag (BCP 47) of its language, whatever it says,
    `columns` are the columns of a table that a person chose, `folder` is where the file is, `words_only` as in `read`.
    Raises as `read` does.
    """
    producer = producer or ("table" if columns else None)
    chosen = table.producer_named(producer) if producer else None
    key = _key(hashlib.sha256(data), id)
    file = SourceFile(data, name, key, entries, warnings, id)
    file.language, file.columns, file.folder, file.words_only = language, dict(columns), folder, words_only
    if packed := table.recognised(file, packed=True):
        try:
            return _accounted(_read_by(chosen or packed[0], file, None if chosen else packed[1]), file)
        except CollectionError as error:
            read_packed = error.read
            error.read = lambda id: _accounted(read_packed(id), file)
            raise _keyed(error, data) from None
    _refuse_packed(data, name)
    decoded, file.text = _decoded(data, name, encoding)
    if file.text.startswith(_SCRIPT):
        file.text = file.text[max(0, file.text.find("[")) :]
    parsing_progress.decoded(len(file.text))
    if not file.text or file.text.isspace():
        raise DocumentError(f"{name} is empty")
    if decoded.guessed:
        warnings = (*warnings, f"{name}: read as {decoded.encoding}, a guess; --encoding chooses another")
    if decoded.broken:
        places = "1 place is" if decoded.broken == 1 else f"{decoded.broken:,} places are"
        told = f"{places} not valid {decoded.encoding}, shown as \ufffd; it may be damaged or cut off"
        warnings = (*warnings, f"{name}: {told}")
    file.warnings = warnings
    collecting = gc.isenabled()
    gc.disable()  # a third of the time of 100,000 turns, and nothing that is made here is garbage
    try:
        return _of_text(file, chosen)
    except CollectionError as error:
        read_one = error.read
        error.read = lambda id: _accounted(read_one(id), file, id)
        raise _keyed(error, data) from None
    finally:
        if collecting:
            gc.freeze()  # nor shall each later collection look through all of it
            gc.enable()


def _of_text(file: SourceFile, chosen: Producer | None) -> Document:
    """Give a text to the producer that was chosen, or to the one that it looks like."""
    found = None if chosen else table.recognised(file)
    producer, told = found or (chosen, None)
    assert producer  # a text that nothing else recognises is a plain transcript
    document = _read_by(producer, file, told)
    file.forget_json()
    return _accounted(document, file, file.id)


def _read_by(producer: Producer, file: SourceFile, told: RecognisedAs | None) -> Document:
    """The document as a producer reads it; `told` is how it was recognised, None where a person chose it."""
    if file.id is not None and not producer.collects:
        raise DocumentError(f"{file.name} holds only one document; open it without #{file.id}")
    if file.words_only:
        return producer.read(file)
    told = told or RecognisedAs(producer.name, producer.title, f"chosen by --{'columns' if file.columns else 'as'}")
    try:
        return with_language(_with_media(producer.read(file), file)._replace(producer=told), file.text, file.language)
    except CollectionError as error:
        read_one = error.read
        error.read = lambda id: with_language(read_one(id)._replace(producer=told), file.text, file.language)
        raise


def _with_media(document: Document, file: SourceFile) -> Document:
    """The document with what its file states of its recording, which is of use where words have times.

    A file of many documents states those of others too.
    """
    if not document.times or not file.text or file.id is not None:
        return document
    from tui_reader.formats.media_names import media_names

    return document._replace(media=media_names(file))


def _accounted(document: Document, file: SourceFile, id: str | None = None) -> Document:
    """The document, with what it lacks of the words of its file where it has another text, and what is not read of it.

    The reader of a packed file, which has no text, has compared the words itself.
    """
    if file.words_only:
        return document
    text = file.text if file.own_text is None else file.own_text
    if file.own_json is not None:
        from tui_reader.formats.word_count.account import accounted_json

        document = accounted_json(document, file.own_json)
    elif text and document.text != text:
        from tui_reader.formats.word_count.account import accounted

        if document.format == "tei":
            text = file.tei_units.markup(id)
        document = accounted(document, text)
    told = [machine_lines.told(document)]
    if document.residue:
        from tui_reader.formats import left_out

        told.append(left_out.told(document))
    found = tuple(f"{document.name}: {line}" for line in told if line)
    return document._replace(warnings=(*document.warnings, *found)) if found else document


def decoded_text(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of a file's bytes, decoded and cleaned, as the formats read it. Raises as `read` does."""
    return _decoded(data, name, encoding)[1]


def _decoded(data: bytes, name: str, encoding: str | None) -> tuple[Decoded, str]:
    decoded = decode(data, name, encoding, declared_encoding(data))
    return decoded, clean(decoded.text)


def _keyed(error: CollectionError, data: bytes) -> CollectionError:
    """The same with the keys of the documents that it reads."""
    hashed, read_one = hashlib.sha256(data), error.read
    error.read = lambda id: read_one(id)._replace(key=_key(hashed, id))
    return error


def _key(data: hashlib._Hash, id: str | None) -> str:
    """What the library knows a document by: its file's hash, and its id in a file of many."""
    if id:
        data = data.copy()
        data.update(f"#{id}".encode())
    return data.hexdigest()


def _meant(path: Path) -> str:
    """What to do about a file that does not exist: a question for the one that is probably meant."""
    from tui_reader.terminal.path_completion import meant_path

    meant = meant_path(path)
    return f". Did you mean {meant}?" if meant else "; check its name and folder"


def file_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file that may hold text. Raises DocumentError, which says what to do, for anything else."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise DocumentError(f"{path.absolute()} is a folder; name a file in it")
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise DocumentError(f"{path} is a device; name a file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise DocumentError(f"{path}: no such file{_meant(path)}") from None
    except PermissionError:
        raise DocumentError(f"{path}: you have no permission to read it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(f"{path}: cannot be read: {reason}") from None
    if len(data) > LARGEST:
        raise DocumentError(f"{name} is larger than {LARGEST // 1_000_000} MB; split it first")
    return data


def _refuse_packed(data: bytes, name: str) -> None:
    """Raise DocumentError, which says what to convert it with, for a file that holds its text packed."""
    what = refusal(data)
    if what:
        raise DocumentError(f"{name} is {what}")
