"""A file as the formats are shown it: its bytes, its clean text, and what its first lines say.

What costs time is found out when it is first asked for, and once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader.document.people.named_person import PersonEntry
from tui_reader.formats.xml.root_element import root_name
from tui_reader.lazy_re import lazy_re

if TYPE_CHECKING:
    from tui_reader.formats.word_count.tei_units import TeiUnits

_HEAD = 4000
"""Characters in which a format is looked for."""
_FIRST = 40
"""Lines in which one is."""
_FEW = 4
"""Lines of a file with one message."""
_CLOCK = lazy_re(r"[^\n]{0,60}?\d(?:(?:[:.]| h )\d\d|\.\d+s?\b[^\n]{0,12}[\])])")
_JSON = lazy_re(r'\{\s*(?:"|\}|$)|\[\s*(?:[{"]|\[\s*(?:[\["{\]\d-]|true|false|null|$)|\]\s*$)')


class SourceFile:
    """One file, or one document of a file of many."""

    def __init__(
        self,
        data: bytes,
        name: str,
        key: str,
        entries: Sequence[PersonEntry] = (),
        warnings: Sequence[str] = (),
        id: str | None = None,
    ) -> None:
        """`name` is the file's without folders, `key` what the library knows the document by.

        `entries` are the people of the file beside it, `warnings` what was found before, `id` is that of one document
        in a file of many.
        """
        self.data, self.name, self.key, self.id = data, name, key, id
        self.entries, self.warnings = entries, warnings
        self.text = ""
        """Decoded and cleaned; empty as long as the bytes have not been found to be text."""
        self.language: str | None = None
        """The tag (BCP 47) of the language that the person chose."""
        self.own_json: Any = None
        """What of the JSON belongs to the one document that was read, where its reader says so; its words count."""
        self.own_text: str | None = None
        """What of the text belongs to the one document that was read, where its reader says so; its words count."""
        self.columns: Mapping[str, str] = {}
        """Of a table, the columns that the person chose: what each is, and its number from 1 or its head."""
        self.words_only = False
        """Whether only words and people are wanted, as for an index: nothing is compared, guessed or listed beside."""
        self.folder: Path | None = None
        """Where the file is, for what may stand beside it; None where that is not known."""

    @cached_property
    def head(self) -> str:
        """The first characters, without white space before them."""
        return self.text[:_HEAD].lstrip()

    @cached_property
    def is_rich_text(self) -> bool:
        """Whether it begins as rich text (RTF) does, behind blanks or a byte order mark of an editor."""
        return self.data[:_FIRST].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")

    @cached_property
    def first_lines(self) -> list[str]:
        """The first lines that are not empty, without white space around them."""
        return [line for line in map(str.strip, self.head.split("\n")) if line][:_FIRST]

    @cached_property
    def is_timed(self) -> bool:
        """Whether two of the first lines have a time near their beginning, as in chats, or one of very few."""
        timed = sum(_CLOCK.match(line) is not None for line in self.first_lines)
        return timed > 1 or (timed == 1 and len(self.first_lines) <= _FEW)

    @cached_property
    def root(self) -> str | None:
        """The local name of the root element; None where the text does not begin as XML and HTML do."""
        return root_name(self.text)

    @cached_property
    def is_json(self) -> bool:
        """Whether the text begins as JSON does; whether all of it is JSON is found out by `json`."""
        return self.head.startswith(("{", "[")) and _JSON.match(self.head) is not None

    @cached_property
    def json(self) -> Any:
        """The value; a list of values where several follow one another, as in JSON Lines. Raises DocumentError."""
        from tui_reader.formats.producers.json_values import load

        return load(self.text, self.name)

    @cached_property
    def tei_units(self) -> TeiUnits:
        """Of TEI, where each document stands in the text."""
        from tui_reader.formats.word_count.tei_units import TeiUnits

        return TeiUnits(self.text)

    def forget_json(self) -> None:
        """Give the memory of the value back, which is several times that of the text; `json` would read it again."""
        self.__dict__.pop("json", None)

    def with_json(self, value: Any) -> SourceFile:
        """The same file for one value in its JSON."""
        part = SourceFile(self.data, self.name, self.key, self.entries, self.warnings)
        part.text, part.language = self.text, self.language
        part.__dict__["json"] = value
        return part

    def ends_with(self, *endings: str) -> bool:
        """Whether the file's name does, in capitals or small letters: ".md"."""
        return self.name.casefold().endswith(endings)
