"""Small volumes in the form of FRUS: a list of persons by id, and documents that point to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

KENNEDY = {
    "p_KJF1": ("Kennedy, John F.", "President of the United States"),
    "p_BGW1": ("Ball, George W.", "Under Secretary of State"),
}
"""A list of persons: by id, the name as it is listed and the role."""
Talk = tuple[str, Sequence[tuple[str, str]]]
"""The date of a conversation, and its turns: who speaks, as a label or as the id of a listed person, and the words."""


def volume(name: str, persons: Mapping[str, tuple[str, str]], talks: Sequence[Talk]) -> str:
    """The TEI of a volume called `name`, such as "frus1961-63v05"."""
    listed = "".join(
        f'<item><hi rend="strong"><persName xml:id="{id}">{printed}</persName>,</hi> {role}</item>'
        for id, (printed, role) in persons.items()
    )
    documents = "".join(_document(number, persons, *talk) for number, talk in enumerate(talks, 1))
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
        f'<title type="complete">Volume {name}</title></titleStmt><publicationStmt><idno type="frus">{name}</idno>'
        f'</publicationStmt></fileDesc></teiHeader><text><front><div xml:id="persons"><list type="names">{listed}'
        f"</list></div></front><body>{documents}</body></text></TEI>"
    )


def write_volume(folder: Path, name: str, persons: Mapping[str, tuple[str, str]], talks: Sequence[Talk]) -> Path:
    """Write a volume as NAME.xml; its path."""
    path = folder / f"{name}.xml"
    path.write_text(volume(name, persons, talks), encoding="utf-8")
    return path


def _document(number: int, persons: Mapping[str, tuple[str, str]], date: str, turns: Sequence[tuple[str, str]]) -> str:
    spoken = "".join(f"<p>{_label(who, persons)}: {words}</p>" for who, words in turns)
    return (
        f'<div type="document" n="{number}" xml:id="d{number}"><head>{number}. Memorandum of Conversation</head>'
        f'<dateline>Washington, <date when="{date}">{date}</date>.</dateline>{spoken}</div>'
    )


def _label(who: str, persons: Mapping[str, tuple[str, str]]) -> str:
    if who not in persons:
        return who
    surname = persons[who][0].partition(",")[0]
    return f'<hi rend="italic"><persName corresp="#{who}">{surname}</persName></hi>'
