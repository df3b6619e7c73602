"""Lexicons: how words are said, in a TOML file that a person can write, a word a line. Knows no document or engine.

`Adlai = "Addlay"` is enough. A table says more: `{said = "Addlay", case = false, whole_word = false, language = "en"}`,
or `{skip = true}` for what is not said at all. The case must match unless `case = false`. `ipa = "ˈædleɪ"` or
`phonemes = "'adleI"` (espeak-ng's mnemonics) give the sounds themselves, to the engines that take them; the others say
`said`, or the word as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui_reader.cleaning import clean, one_line
from tui_reader.errors import ReaderError
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.normalization.ipa import are_mnemonics, mnemonics
from tui_reader.narration.normalization.rare_letters import without_marks
from tui_reader.narration.normalization.rule import compiled
from tui_reader.paths import config_folder
from tui_reader.small_file import read_small

_FIELDS: Mapping[str, type] = {
    "said": str, "ipa": str, "phonemes": str, "case": bool, "whole_word": bool, "language": str, "skip": bool,
}  # fmt: skip
_WORD = re.compile(r"\w+")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
LARGEST = 500_000
"""Bytes: some 20,000 words, which take about a second."""


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """How one word, or a few, are said."""

    written: str
    said: str | None
    """In letters that an engine says right; empty for what is skipped, None for what is said as printed."""
    phonemes: str = ""
    """In espeak-ng's mnemonics, for the engines that take them."""
    case: bool = True
    """Whether capitals and small letters must be as written."""
    whole_word: bool = True
    """Whether it must not be part of a longer word."""
    language: str = "en"
    """The language of the documents it is for: the first part of a BCP 47 tag."""

    @property
    def pattern(self) -> str:
        """A regular expression that finds it in a text."""
        edges = (r"(?<!\w)", r"(?!\w)") if self.whole_word else ("", "")
        return ("" if self.case else "(?i)") + edges[0] + re.escape(self.written) + edges[1]

    @property
    def line(self) -> str:
        """The entry as a line of a lexicon."""
        from tui_reader.toml_file import toml_value

        key = self.written if _BARE_KEY.fullmatch(self.written) else toml_value(self.written)
        plain = self.case and self.whole_word and self.language == "en" and not self.phonemes
        if self.said and plain:
            return f"{key} = {toml_value(self.said)}"
        fields = ["skip = true"] if self.said == "" else []
        fields += [f"said = {toml_value(self.said)}"] if self.said else []
        fields += [f"phonemes = {toml_value(self.phonemes)}"] if self.phonemes else []
        fields += [f"{name} = false" for name in ("case", "whole_word") if not getattr(self, name)]
        fields += [f"language = {toml_value(self.language)}"] if self.language != "en" else []
        return f"{key} = {{{', '.join(fields)}}}"


class LexiconMatch(NamedTuple):
    """A place in a text where an entry applies."""

    start: int
    end: int
    said: str
    phonemes: str = ""


class Lexicon:
    """Entries, ready to be found in a text; of two for the same word the later wins."""

    def __init__(self, entries: Iterable[LexiconEntry] = ()) -> None:
        self.entries = tuple({(entry.language, entry.written): entry for entry in entries}.values())
        self.silences = any(entry.said == "" for entry in self.entries)
        """Whether it leaves words unsaid."""
        self._languages = frozenset(entry.language for entry in self.entries)
        self._exact: dict[tuple[str, str], LexiconEntry] = {}
        self._any_case: dict[tuple[str, str], LexiconEntry] = {}
        self._phrases: list[tuple[str, LexiconEntry]] = []
        for entry in self.entries:
            if entry.whole_word and _WORD.fullmatch(entry.written):
                if entry.case:
                    self._exact[entry.language, entry.written] = entry
                else:
                    self._any_case[entry.language, entry.written.casefold()] = entry
            else:
                self._phrases.append((entry.written.casefold(), entry))
        self._words = frozenset(word.casefold() for _, word in (*self._exact, *self._any_case))

    def found(self, text: str, language: str) -> list[LexiconMatch]:
        """Where its words are in `text`; phrases first, the longest before shorter ones.

        A word with marks (Nguyễn) that it does not have is looked for without them.
        """
        if language not in self._languages:
            return []
        folded = text.casefold()
        places = [
            _found(match, entry)
            for phrase, entry in self._phrases
            if entry.language == language and phrase in folded
            for match in compiled(entry.pattern).finditer(text)
        ]
        places.sort(key=lambda place: place.start - place.end)
        if text.isascii() and self._words.isdisjoint(_WORD.findall(folded)):  # so it is with most sentences
            return places
        for match in _WORD.finditer(text):
            entry = self._of_word(match[0], language)
            if entry is None and not match[0].isascii():
                entry = self._of_word(without_marks(match[0]), language)
            if entry:
                places.append(_found(match, entry))
        return places

    def _of_word(self, word: str, language: str) -> LexiconEntry | None:
        found = self._exact.get((language, word))
        if found is None and self._any_case:
            return self._any_case.get((language, word.casefold()))
        return found


def _found(match: re.Match[str], entry: LexiconEntry) -> LexiconMatch:
    return LexiconMatch(*match.span(), match[0] if entry.said is None else entry.said, entry.phonemes)


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon of a file; empty if there is no such file.

    Raises ReaderError, with file and line, if it cannot be read.
    """
    data = read_small(path, LARGEST)
    return Lexicon(_entries(data, str(path))) if data is not None else Lexicon()


def own_file() -> Path:
    """The file of the person's own pronunciations, which apply to all documents."""
    return config_folder() / "lexicon.toml"


def own_lexicon() -> Lexicon:
    """The person's own pronunciations. Raises ReaderError as `load_lexicon` does."""
    return load_lexicon(own_file())


def document_lexicon(lines: Iterable[str]) -> Lexicon:
    """The lexicon of one document: an entry a line, of which later ones win. Raises ReaderError."""
    return Lexicon(entry for line in lines for entry in parse_lexicon(line, "The document's lexicon"))


def parse_lexicon(written: str, place: str) -> list[LexiconEntry]:
    """The entries of a lexicon's text. Raises ReaderError, which begins with `place` and the line."""
    return _entries(written.encode(errors="replace"), place)


def make_entry(word: str, value: object) -> LexiconEntry:
    """The entry of a word, from its value in TOML. Raises ValueError, which says what is wrong with it."""
    word = _in_one_line(word)
    if not word.strip():
        raise ValueError("names no word")
    if isinstance(value, str):
        value = {"said": value}
    if not isinstance(value, dict):
        raise ValueError(f'needs what is said, as in {word} = "..."')
    for name, content in value.items():
        if name not in _FIELDS:
            raise ValueError(f'"{name}" is unknown; there are {", ".join(_FIELDS)}')
        if type(content) is not _FIELDS[name]:
            raise ValueError(f"{name} must be {'true or false' if _FIELDS[name] is bool else 'text in quotes'}")
    if bool(value.get("skip")) == bool({"said", "ipa", "phonemes"} & value.keys()):
        raise ValueError('needs either said = "...", ipa or phonemes, or skip = true')
    if any(not _in_one_line(value[name]).strip() for name in ("said", "ipa", "phonemes") if name in value):
        raise ValueError("is said as nothing; skip = true leaves a word out")
    language = value.get("language", "en").partition("-")[0].lower()
    said = value.get("said")
    return LexiconEntry(
        word,
        "" if value.get("skip") else said if said is None else _in_one_line(said),
        _sounds(value, language),
        case=value.get("case", True),
        whole_word=value.get("whole_word", True),
        language=language,
    )


def _sounds(value: Mapping[str, str], language: str) -> str:
    """The mnemonics of an entry; empty if it gives no sounds. Raises ValueError."""
    ipa, phonemes = value.get("ipa"), value.get("phonemes")
    if ipa is None and phonemes is None:
        return ""
    if ipa is not None and phonemes is not None:
        raise ValueError("has ipa and phonemes; one of them is enough")
    if language != "en":
        raise ValueError("ipa and phonemes are for English; write said for another language")
    if ipa is not None:
        found = mnemonics(ipa)
        if found is None:
            raise ValueError(f"ipa {ipa!r} has a sign that is not used in English IPA")
        return found
    assert phonemes is not None
    if not are_mnemonics(phonemes):
        raise ValueError(f"phonemes {phonemes!r} are not mnemonics of espeak-ng's English, such as 'adleI")
    return phonemes


def _entries(data: bytes, place: str) -> list[LexiconEntry]:
    """The entries of a lexicon's bytes. Raises ReaderError, which begins with `place` and the line."""
    from tui_reader.toml_file import lines_of, parse_file

    text, values = parse_file(data, place)
    entries = []
    for word, value in values.items():
        try:
            entries.append(make_entry(word, value))
        except ValueError as error:
            line = lines_of(text).get((word,), 1)
            raise ReaderError(f'{place}:{line}: "{one_line(word, 60)}": {one_line(error)}') from error
    return entries


def _in_one_line(words: str) -> str:
    return clean(words).replace("\n", " ")
