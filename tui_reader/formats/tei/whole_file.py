"""A TEI file with what its header and lists tell for all of its documents, found once, when it is first asked for.

A volume has hundreds of documents: what is looked for in the whole tree for each of them takes time that grows with the
square.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import islice

from tui_reader.cleaning import one_line
from tui_reader.document.people.sex_and_age import SexAndAge
from tui_reader.formats.tei import header
from tui_reader.formats.tei.glosses import terms
from tui_reader.formats.tei.persons import Listed, ids_by_name, listed, persons, sexes_and_ages
from tui_reader.formats.tei.tei_blocks import xml_id
from tui_reader.formats.xml.safe_parser import Element, Xml, local

ROOTS = frozenset(("TEI", "TEI.2", "teiCorpus"))


class WholeFile:
    """The tree of one file, which nobody changes."""

    def __init__(self, xml: Xml, words_only: bool = False) -> None:
        """`words_only`: whether only words and people are wanted, and no glosses."""
        self.root, self.warnings, self.words_only = xml.root, xml.warnings, words_only

    @cached_property
    def units(self) -> Mapping[str, Element]:
        """The documents: FRUS's divisions, the texts of a corpus; else the whole.

        Each by what it is opened by: its own id, or its number where it has none or another has the same.
        """
        units: dict[str, Element] = {}
        for number, unit in enumerate(_units(self.root), 1):
            id = one_line(xml_id(unit)) or str(number)
            while id in units:
                id = f"{id}-{number}"
            units[id] = unit
        return units

    @cached_property
    def title(self) -> str:
        """The title that the header gives: a volume's, a play's."""
        return header.title(self.root)

    @cached_property
    def listed(self) -> Mapping[str, Listed]:
        """Everybody whom lists of names give, by id."""
        return listed(self.root)

    @cached_property
    def ids_by_name(self) -> Mapping[str, str]:
        """The ids of those among them whose name nobody else there has."""
        return ids_by_name(self.listed)

    @cached_property
    def persons(self) -> Mapping[str, Listed]:
        """The persons of a play or a talk, by id."""
        return persons(self.root)

    @cached_property
    def sexes_and_ages(self) -> Mapping[str, SexAndAge]:
        """What lists of persons and casts state of sex and age, by id."""
        return sexes_and_ages(self.root)

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """What the lists of terms say, by id."""
        return terms(self.root)


def _within(element: Element, name: str, kind: str | None = None) -> bool:
    """Whether an element stands within one of this name and, unless that is None, of this type."""
    return any(kind in (None, around.get("type")) for around in element.iterancestors(f"{{*}}{name}"))


def _units(root: Element) -> list[Element]:
    found = [div for div in root.iter("{*}div") if div.get("type") == "document" and not _within(div, "floatingText")]
    if found and all(_within(speech, "div", "document") for speech in islice(root.iter("{*}sp", "{*}u"), 1)):
        return found
    if local(root) == "teiCorpus":
        return [child for child in root if local(child) in ROOTS] or [root]
    return [root]
