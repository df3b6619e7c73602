"""A W3C pronunciation lexicon (PLS 1.0) as words with their alias and sounds. Knows nothing of how they are said here.

https://www.w3.org/TR/pronunciation-lexicon/
"""

from __future__ import annotations

from pathlib import Path

from tui_reader.cleaning import clean, one_line
from tui_reader.errors import DocumentError
from tui_reader.formats.decoding import decode
from tui_reader.formats.xml.root_element import declared_encoding
from tui_reader.formats.xml.safe_parser import Element, local, parse_xml
from tui_reader.named_tuple import NamedTuple
from tui_reader.small_file import read_small

LARGEST = 3_000_000
"""Bytes: with its markup, as many words as a lexicon in TOML may have."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Lexeme(NamedTuple):
    """A word and how it is said."""

    line: int
    """Of the file, from 1."""
    written: str
    alias: str
    """In letters; empty where it has none."""
    phoneme: str
    """In the alphabet; empty where it has none."""
    alphabet: str
    """"ipa" or another's name."""
    language: str
    """BCP 47."""


def is_pls(path: Path) -> bool:
    """Whether a file of that name is a pronunciation lexicon in XML."""
    return path.suffix.lower() in (".pls", ".xml")


def load(path: Path) -> tuple[tuple[Lexeme, ...], tuple[str, ...]]:
    """The words of the file, one for each way of writing them, and warnings.

    Raises ReaderError, a line with the place.
    """
    data = read_small(path, LARGEST)
    if data is None:
        raise DocumentError(f"{path}: there is no such file.")
    name = one_line(path.name)
    xml = parse_xml(clean(decode(data, name, declared=declared_encoding(data)).text), name)
    if local(xml.root) != "lexicon":
        raise DocumentError(f"{name}: the root is <{local(xml.root)}>; a pronunciation lexicon has <lexicon>")
    alphabet, language = one_line(xml.root.get("alphabet", "ipa")), one_line(xml.root.get(_LANG, "en"))
    found = [
        lexeme
        for element in xml.root.iter()
        if local(element) == "lexeme"
        for lexeme in _lexemes(element, alphabet, language)
    ]
    return tuple(found), xml.warnings


def _lexemes(element: Element, alphabet: str, language: str) -> list[Lexeme]:
    inside = [(local(child), child) for child in element]
    aliases = _preferred(child for name, child in inside if name == "alias")
    phonemes = _preferred(child for name, child in inside if name == "phoneme")
    phoneme = phonemes[0] if phonemes else None
    return [
        Lexeme(
            child.sourceline or element.sourceline or 0,
            written,
            _words(aliases[0]) if aliases else "",
            _words(phoneme) if phoneme is not None else "",
            (one_line(phoneme.get("alphabet", "")) if phoneme is not None else "") or alphabet,
            one_line(element.get(_LANG, "")) or language,
        )
        for name, child in inside
        if name == "grapheme" and (written := _words(child))
    ]


def _preferred(elements: object) -> list[Element]:
    """The one that is preferred first, then in their order."""
    return sorted(elements, key=lambda element: element.get("prefer") != "true")  # type: ignore[call-overload, no-any-return]


def _words(element: Element) -> str:
    return " ".join(clean("".join(element.itertext())).split())
