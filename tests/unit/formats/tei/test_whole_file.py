"""A volume of TEI: what its documents have in common is looked for once, however many they are."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.support.volumes import KENNEDY, volume
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse
from tui_reader.formats.tei import whole_file
from tui_reader.formats.word_count import tei_units

TALKS = [(f"1962-10-{day:02}", [("p_KJF1", "Is that so?"), ("p_BGW1", f"Yes, on day {day}.")]) for day in range(1, 31)]


def documents(text: str) -> list[Document]:
    with pytest.raises(CollectionError) as caught:
        parse(text.encode(), "volume.xml")
    return [caught.value.read(entry.id) for entry in caught.value.collection.entries]


def test_lists_and_ids_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Counter[str]()
    for module, name in (
        (whole_file, "listed"),
        (whole_file, "terms"),
        (whole_file, "_units"),
        (tei_units, "one_line"),
    ):
        made = getattr(module, name)

        def counted(*arguments: object, name: str = name, made: object = made) -> object:
            calls[name] += 1
            return made(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(module, name, counted)
    found = documents(volume("frus1", KENNEDY, TALKS))
    assert [one.turns[1].text for one in found] == [f"Yes, on day {day}." for day in range(1, 31)]
    assert found[-1].people[0].name == "John F. Kennedy"
    assert calls == {"listed": 1, "terms": 1, "_units": 1, "one_line": len(TALKS)}


def test_documents_without_an_id_or_with_that_of_another_are_told_apart() -> None:
    divisions = "".join(
        f'<div type="document"{id}><head>Note</head><p>Number {number} is dry.</p></div>'
        for number, id in enumerate((' xml:id="d"', "", ' xml:id="d"', ' xml:id="2"'), 1)
    )
    text = f"<TEI><text><body>{divisions}</body></text></TEI>"
    with pytest.raises(CollectionError) as caught:
        parse(text.encode(), "volume.xml")
    assert [entry.id for entry in caught.value.collection.entries] == ["d", "2", "d-3", "2-4"]
    assert "Number 4 is dry." in caught.value.read("2-4").text
    assert caught.value.read("2-4").lost is None
    with pytest.raises(DocumentError, match=r"holds no document .x.; its ids are d, 2, d-3, 2-4$"):
        parse(text.encode(), "volume.xml", id="x")


def test_words_and_people_are_the_same_where_nothing_else_is_wanted() -> None:
    text = volume("frus1", KENNEDY, TALKS).encode()
    with pytest.raises(CollectionError) as whole:
        parse(text, "volume.xml")
    with pytest.raises(CollectionError) as words:
        parse(text, "volume.xml", words_only=True)
    assert [entry.id for entry in words.value.collection.entries] == [f"d{number}" for number in range(1, 31)]
    for id in ("d1", "d30"):
        one, other = whole.value.read(id), words.value.read(id)
        assert one._replace(language_evidence=other.language_evidence, producer=None, glosses=()) == other


def test_a_document_within_a_play_is_read_in_its_place() -> None:
    letter = '<div type="document" xml:id="d1"><head>The Letter</head><p>All is lost.</p></div>'
    speech = '<sp who="#a"><speaker>Anna.</speaker><p>Listen.</p></sp>'
    for within in (f"<floatingText><body>{letter}</body></floatingText>", letter):
        text = f"<TEI><text><body><div>{speech}{within}{speech}</div></body></text></TEI>"
        document = parse(text.encode(), "play.xml")
        assert [turn.label.text for turn in document.turns] == ["Anna", "Anna"] and not document.lost
        assert "All is lost." in " ".join(one.text for one in document.pages)
