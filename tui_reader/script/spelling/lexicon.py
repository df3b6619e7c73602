"""Words and how they are said, from a TOML file that a person can write: one rule a line. Knows no document or engine.

`Adlai = "Addlay"` is enough. A table says more: `{said = "Addlay", case = false, whole_word = false, language = "en"}`,
or `{skip = true}` for what is not to be said at all. The case must fit unless `case = false`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui_reader.errors import ReaderError

_FIELDS: Mapping[str, type] = {"said": str, "case": bool, "whole_word": bool, "language": str, "skip": bool}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """How one word, or a few, are said."""

    written: str
    said: str
    """In letters that an engine says right; nothing for what is skipped."""
    case: bool = True
    """Whether capitals and small letters must be as written."""
    whole_word: bool = True
    """Whether it must not be a part of a longer word."""
    language: str = "en"
    """BCP 47, its first part: the documents it is for."""


class Lexicon:
    """The entries of one file, ready to be found in a text."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self._languages = frozenset(entry.language for entry in self.entries)
        self._exact: dict[tuple[str, str], Entry] = {}
        self._any_case: dict[tuple[str, str], Entry] = {}
        self._phrases: list[tuple[re.Pattern[str], Entry]] = []
        for entry in self.entries:
            if entry.whole_word and _WORD.fullmatch(entry.written):
                if entry.case:
                    self._exact[entry.language, entry.written] = entry
                else:
                    self._any_case[entry.language, entry.written.casefold()] = entry
            else:
                edges = (r"(?<!\w)", r"(?!\w)") if entry.whole_word else ("", "")
                pattern = edges[0] + re.escape(entry.written) + edges[1]
                self._phrases.append((re.compile(pattern, 0 if entry.case else re.IGNORECASE), entry))

    def found(self, text: str, language: str) -> list[tuple[int, int, str]]:
        """Where its words stand in `text`, as (start, end, what is said); of overlapping ones the longer first."""
        if language not in self._languages:
            return []
        places = [
            (*match.span(), entry.said)
            for pattern, entry in self._phrases
            if entry.language == language
            for match in pattern.finditer(text)
        ]
        places.sort(key=lambda place: place[0] - place[1])
        for match in _WORD.finditer(text):
            word = match.group()
            entry = self._exact.get((language, word)) or self._any_case.get((language, word.casefold()))
            if entry:
                places.append((*match.span(), entry.said))
        return places


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon of a file; an empty one where there is no such file.

    Raises ReaderError with file and line for a file that cannot be read.
    """
    import tomllib

    try:
        written = path.read_text(encoding="utf-8")
        table = tomllib.loads(written)
    except FileNotFoundError:
        return Lexicon()
    except OSError as error:
        raise ReaderError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ReaderError(f"{path}: is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        place = int(line.group(1)) if line else written.count("\n") + 1
        raise ReaderError(f"{path}:{place}: is no TOML: {error}") from error
    return Lexicon(_entry(path, written, word, value) for word, value in table.items())


def _entry(path: Path, written: str, word: str, value: object) -> Entry:
    def wrong(what: str) -> ReaderError:
        start = re.search(rf"""^[ \t]*\[?["']?{re.escape(word)}["']?\s*[\]=.]""", written, re.MULTILINE)
        line = written.count("\n", 0, start.start()) + 1 if start else 1
        return ReaderError(f'{path}:{line}: "{word}": {what}')

    if not word.strip():
        raise wrong("names no word")
    if isinstance(value, str):
        value = {"said": value}
    if not isinstance(value, dict):
        raise wrong(f'needs what is said, as in {word} = "..."')
    for name, content in value.items():
        if name not in _FIELDS:
            raise wrong(f'"{name}" is unknown; there are {", ".join(_FIELDS)}')
        if type(content) is not _FIELDS[name]:
            raise wrong(f"{name} must be {'true or false' if _FIELDS[name] is bool else 'text in quotes'}")
    if bool(value.get("skip")) == ("said" in value):
        raise wrong('needs either said = "..." or skip = true')
    return Entry(
        word,
        value.get("said", ""),
        case=value.get("case", True),
        whole_word=value.get("whole_word", True),
        language=value.get("language", "en"),
    )
