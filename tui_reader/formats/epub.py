"""An EPUB read into a Document: its pages in the order of the spine, as one text.

Members are read in memory, by the names that the book's own list gives; nothing is written to disk and nothing is
fetched.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from tui_reader.cleaning import clean, one_line
from tui_reader.document.collection import Collection, CollectionEntry, CollectionError
from tui_reader.document.model import Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.errors import DocumentError
from tui_reader.formats import html, printed_records
from tui_reader.formats.builder import Builder, Ref
from tui_reader.formats.decoding import decode
from tui_reader.formats.html import page_assembly, page_labels
from tui_reader.formats.html.html_block import HtmlBlock
from tui_reader.formats.html.html_blocks import blocks
from tui_reader.formats.html.html_elements import tree
from tui_reader.formats.language.document_language import declaring
from tui_reader.formats.packed_members import PackedMembers
from tui_reader.formats.word_count.account import with_lost_words
from tui_reader.formats.word_count.markup_text import markup_text
from tui_reader.formats.xml.root_element import declared_encoding

FORMAT = "epub"
_TEXTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_OUT_OF_ORDER = "a page that is not in the book's order of reading"
_ARTICLE = re.compile(r"<body\b[^>]*>\s*<article\b([^>]*)>")
_WHOLE = re.compile(r"</article>\s*</body>")
_ID = re.compile(r"\bid=\"([^\"]+)\"")
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of scrambling fonts, which hide no text."""


def is_epub(data: bytes) -> bool:
    """Whether a packed file is a book: what it says first, or a list of what it holds."""
    packed = data.startswith(b"PK\x03\x04")
    return packed and (b"META-INF/container.xml" in data or b"application/epub+zip" in data[:200])


_Read = TypeVar("_Read")


def package(data: bytes, name: str) -> Any:
    """The list of what a book holds and what it says of itself, as a tree of lxml. Raises DocumentError."""
    return _opened(data, name, lambda members: members.xml(_package(members, name)))


def markup(data: bytes, name: str) -> bytes:
    """The pages of a book in the order of reading, as they are in it. Raises DocumentError."""

    def joined(members: PackedMembers) -> bytes:
        package = _package(members, name)
        items, pages = _listed(members.xml(package), posixpath.dirname(package))
        paths = (path for path, media in (items.get(page, ("", "")) for page in pages) if not media or media in _TEXTS)
        return b"\n".join(members.data(path) for path in paths if path in members)

    return _opened(data, name, joined)


def _opened(data: bytes, name: str, read: Callable[[PackedMembers], _Read]) -> _Read:
    """What is read of a book. Raises DocumentError where that is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return read(PackedMembers(archive, name))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise DocumentError(f"{name}: this EPUB is damaged: {one_line(error)}; download it again") from None


def parse(
    data: bytes,
    name: str,
    key: str,
    entries: Sequence[PersonEntry] = (),
    warnings: Sequence[str] = (),
    id: str | None = None,
) -> Document:
    """The Document of a book, or of one work in it.

    Raises CollectionError for a book of several works, DocumentError, one line, where it is broken or hostile.
    """
    found = _opened(data, name, lambda members: _Book(members, name, key, entries, warnings).document(id))
    if isinstance(found, Collection):
        raise CollectionError(found, lambda id: parse(data, name, key, entries, warnings, id))
    return found


class _Book:
    """One open archive."""

    def __init__(
        self, members: PackedMembers, name: str, key: str, entries: Sequence[PersonEntry], warnings: Sequence[str]
    ) -> None:
        self._members = members
        self._name, self._key, self._entries = name, key, entries
        self._warnings = list(warnings)

    def document(self, id: str | None = None) -> Document | Collection:
        """The book read page by page; of a book of several works the one of that id, or the list of them."""
        self._refuse_protected()
        package = _package(self._members, self._name)
        opf = self._members.xml(package)
        items, pages = _listed(opf, posixpath.dirname(package))
        texts: dict[str, str] = {}
        for idref in pages:
            path, media = items.get(idref, ("", ""))
            if path and media and media not in _TEXTS:
                continue
            if path in self._members:
                texts[path] = self._text(path)
            else:
                self._warnings.append(f"{self._name}: a page of the book is missing: {one_line(path or idref, 80)}")
        works = {path: work for path, text in texts.items() if (work := _work(path, text))}
        title = one_line(_first(opf, "title"), 300)
        if len(works) > 1 and id is None:
            entries = [self._entry(path, work, texts[path]) for path, work in works.items()]
            if any(entry.turns for entry in entries):
                return Collection(self._name, title or self._name, tuple(entries), tuple(self._warnings))
        elif id is not None and id not in works.values():
            first = ", ".join(list(works.values())[:5]) or "none"
            raise DocumentError(f"{self._name}: holds no document {id!r}; its ids are {first}")
        found: list[HtmlBlock] = []
        words: list[str] = []
        for path, text in texts.items():
            if id is None or works.get(path) == id:
                found += self._page(path, text)
                words.append(markup_text(text, FORMAT))
            elif path not in works:
                found += [block for block in self._page(path, text) if block.kind == "note"]
        beside = [] if id else [block for path in self._beside(opf, items, texts) for block in self._page(*path)]
        found += [block for block in beside if block.kind == "note"]
        document = declaring(self._built(found, title, id is not None), _first(opf, "language"))
        rest = html.plain([block for block in beside if block.kind != "note"]).split("\n")
        document = printed_records.with_rest(document, filter(str.strip, rest), _OUT_OF_ORDER)
        return with_lost_words(document, "\n".join(words))

    def _beside(self, opf: Any, items: Mapping[str, tuple[str, str]], read: Container[str]) -> list[tuple[str, str]]:
        """Path and text of the pages that the order of reading does not name, but for tables of contents."""
        contents = {item.get("id") for item in opf.iter("{*}item") if "nav" in (item.get("properties") or "").split()}
        paths = [path for id, (path, media) in items.items() if media in _TEXTS and id not in contents]
        return [(path, self._text(path)) for path in dict.fromkeys(paths) if path in self._members and path not in read]

    def _text(self, path: str) -> str:
        page = self._members.data(path)
        return clean(decode(page, self._name, declared=declared_encoding(page)).text)

    def _entry(self, path: str, work: str, text: str) -> CollectionEntry:
        found = page_labels.settled(self._page(path, text))
        heading = next((block.text for block in found if block.kind == "heading"), work)
        turns = sum(block.kind == "label" for block in found) if page_labels.labelled(found) else 0
        return CollectionEntry(work, heading, turns)

    def _built(self, found: list[HtmlBlock], title: str, is_part: bool) -> Document:
        """The Document of the blocks: of a whole book, or of a work that is part of it."""
        found = page_labels.settled(found)
        if is_part:
            wanted = {one.note for block in found for one in block.run if isinstance(one, Ref)}
            found = [block for block in found if block.kind != "note" or block.target in wanted]
        if not any(block.text for block in found):
            raise DocumentError(f"{self._name}: this EPUB holds no text; its pages may be pictures")
        if not page_labels.labelled(found):
            text = html.plain([block for block in found if not block.outside])
            rest = [line for line in html.plain([b for b in found if b.outside]).split("\n") if line.strip()]
            read = printed_records.read(text, self._name, self._key, self._entries, self._warnings, FORMAT)
            return printed_records.with_rest(read, rest, "the printer's pages")
        builder = Builder(self._name, self._key, FORMAT, self._entries, self._warnings)
        heading = next((block for block in found if block.kind == "heading"), None)
        if is_part and heading:
            builder.collection = builder.passage(Kind.HEADING, title) if title else None
            found.remove(heading)
            title = heading.text
        if title:
            builder.title = builder.passage(Kind.HEADING, title)
        page_assembly.fill(builder, found)
        return builder.document()

    def _page(self, path: str, text: str) -> list[HtmlBlock]:
        if not text.strip():
            return []
        base = posixpath.dirname(path)

        def placed(one: Any) -> Any:
            if not isinstance(one, Ref):
                return one
            href = urlsplit(one.note)
            where = posixpath.normpath(posixpath.join(base, unquote(href.path))) if href.path else path
            return Ref(f"{where}#{href.fragment}", one.printed)

        root, limits = tree(text, self._name)
        self._warnings += limits
        return [
            block._replace(
                run=[placed(one) for one in block.run], target=f"{path}#{block.target}" if block.target else ""
            )
            for block in blocks(root)
        ]

    def _refuse_protected(self) -> None:
        if "META-INF/encryption.xml" not in self._members:
            return
        ways = [
            element.get("Algorithm", "")
            for element in self._members.xml("META-INF/encryption.xml").iter("{*}EncryptedData")
            for element in list(element.iterchildren("{*}EncryptionMethod"))[:1]
        ]
        if any(way not in _FONTS for way in ways):
            raise DocumentError(f"{self._name}: this book is protected (DRM) and cannot be read here")


def _package(members: PackedMembers, name: str) -> str:
    """The path of the list of what the book holds."""
    if "META-INF/container.xml" not in members:
        raise DocumentError(f"{name}: this EPUB lacks META-INF/container.xml; download it again")
    for element in members.xml("META-INF/container.xml").iter("{*}rootfile"):
        path = posixpath.normpath(element.get("full-path") or "")
        if path in members:
            return path
    raise DocumentError(f"{name}: the list of its pages is missing; download it again")


def _listed(opf: Any, base: str) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """The members by id with their kind, and the ids in the order of reading."""
    items: dict[str, tuple[str, str]] = {}
    for item in opf.iter("{*}item"):
        href = unquote(urlsplit(item.get("href") or "").path)
        items[item.get("id") or ""] = (posixpath.normpath(posixpath.join(base, href)), item.get("media-type") or "")
    return items, [ref.get("idref") or "" for ref in opf.iter("{*}itemref")]


def _work(path: str, text: str) -> str | None:
    """The id of the work that a page holds, as pages of anthologies do: nothing but one article. None for others."""
    found = _ARTICLE.search(text)
    if not found or text.count("<article") != 1 or not _WHOLE.search(text, max(0, len(text) - 200)):
        return None
    id = _ID.search(found[1])
    return one_line(id[1], 80) if id else posixpath.splitext(posixpath.basename(path))[0]


def _first(opf: Any, name: str) -> str:
    for element in opf.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
        words = " ".join("".join(element.itertext()).split())
        if words:
            return words
    return ""
