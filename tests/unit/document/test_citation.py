"""Citations have what is known of a document and its turns, in each style as others read it."""

from __future__ import annotations

import json
import re

import pytest

from tests.support.corpus import MEMORANDUM
from tests.support.dialogue_builder import Dialogue
from tui_reader.document.citation import Citation, Publication, citation
from tui_reader.document.citation_styles import STYLES
from tui_reader.document.model import Document, Kind, Passage
from tui_reader.formats import parse, read

VOLUME = "Foreign Relations of the United States, 1961–1963, Volume V, Soviet Union"
CITED = Citation(
    "Talk & Co: 50% of {it}", VOLUME, "Foreign Relations of the United States, 1961–1963", "V", "Soviet Union", "369",
    "November 5, 1963, 9:40 a.m.", "1963-11-05T09:40", "Turns 3–4", "John F. Kennedy, George W. Ball", "812–813",
    "v05.xml#d369#turn-3~we-do", "v05.xml", "Kennedy Library, Telephone: #1. Secret",
)  # fmt: skip


def test_a_plain_citation_of_a_turn() -> None:
    document = read(MEMORANDUM)
    assert STYLES["plain"](citation(document, [document.page(8)])) == (
        "Turn 9, George W. Ball. Memorandum of Telephone Conversation Between the Permanent Representative to the "
        "United Nations (Stevenson) and the Under Secretary of State (Ball). The Cuban Missile Crisis. November 9, "
        "1962, 4:15 p.m. stevenson-ball.txt#turn-9~he-still-has-his-sam. Source: Department of State, Ball Files: Lot "
        "74 D "
        "272, Telephone Conversations--Cuba. No classification marking. Stevenson was in New York; Ball was in "
        "Washington."
    )


def test_of_a_document_alone_its_file_is_named() -> None:
    assert STYLES["plain"](citation(parse(b"ANNE: Yes.\n\nBEN: No.\n", "talk.txt"))) == "talk.txt. File talk.txt."


@pytest.mark.parametrize(
    ("collection", "series", "volume", "title"),
    [
        (VOLUME, "Foreign Relations of the United States, 1961–1963", "V", "Soviet Union"),
        (
            "Foreign Relations of the United States, 1969–1976, Volume E–14, Part 1, Documents on the United Nations",
            "Foreign Relations of the United States, 1969–1976", "E–14, Part 1", "Documents on the United Nations",
        ),
        ("Collected Talks, Vol. 3", "Collected Talks", "3", ""),
        ("The Cuban Missile Crisis", "", "", ""),
    ],
)  # fmt: skip
def test_series_and_volume_are_told_apart(collection: str, series: str, volume: str, title: str) -> None:
    passage = Passage(Kind.HEADING, collection, ())
    cited = citation(talk()._replace(collection=passage))
    assert (cited.collection, cited.series, cited.volume, cited.volume_title) == (collection, series, volume, title)


def talk() -> Document:
    return (
        Dialogue()
        .titled("A Talk")
        .turn("ANNE", "Yes.")
        .turn("BEN", "No.")
        .turn("CARL", "So.")
        .turn("DORA", "I see.")
        .document()
    )


def test_many_speakers_are_others() -> None:
    document = talk()
    cited = citation(document, document.pages)
    assert (cited.turns, cited.speaker) == ("Turns 1–4", "ANNE, BEN, CARL and others")


def test_a_note_of_chicago() -> None:
    assert STYLES["chicago"](CITED) == (
        "“Talk & Co: 50% of {it},” November 5, 1963, Foreign Relations of the United States, 1961–1963, vol. V, Soviet "
        "Union, doc. 369, pp. 812–813, turns 3–4 (John F. Kennedy, George W. Ball), Kennedy Library, Telephone: #1, "
        "v05.xml#d369#turn-3~we-do."
    )


def test_bibtex_is_whole_and_its_signs_are_words_of_tex() -> None:
    entry = STYLES["bibtex"](CITED)
    kind, key, fields = re.fullmatch(r"@(\w+)\{([\w-]+),\n((?:  \w+ = \{.*\},\n)+)\}", entry).groups()  # type: ignore[union-attr]
    found = dict(re.findall(r"  (\w+) = \{(.*)\},", fields))
    assert (kind, key) == ("incollection", "talk-co-50-1963-d369-turns-3-4")
    assert found["title"] == r"Talk \& Co: 50\% of \{it\}"
    assert (found["volume"], found["number"], found["pages"], found["date"]) == ("V", "369", "812--813", "1963-11-05")
    assert found["howpublished"] == r"v05.xml\#d369\#turn-3\textasciitilde{}we-do"


def test_csl_json_has_the_fields_of_its_schema() -> None:
    (item,) = json.loads(STYLES["csl-json"](CITED))
    assert item["type"] == "chapter" and item["container-title"] == VOLUME
    assert item["issued"] == {"date-parts": [[1963, 11, 5]]}
    assert {name: item[name] for name in ("volume", "number", "page")} == {
        "volume": "V",
        "number": "369",
        "page": "812–813",
    }
    assert all(isinstance(value, str) for name, value in item.items() if name != "issued")


def test_without_anything_known_each_style_has_the_name() -> None:
    cited = citation(parse(b"Words alone.\n", "talk.txt"))
    assert all("talk.txt" in style(cited) for style in STYLES.values())


def test_the_year_of_publication_stands_where_the_text_has_no_date() -> None:
    cited = citation(talk(), published=Publication(year="1996"))
    assert "  year = {1996}," in STYLES["bibtex"](cited)
    assert json.loads(STYLES["csl-json"](cited))[0]["issued"] == {"date-parts": [[1996]]}
    dated = CITED._replace(published=Publication(year="1996"))
    assert "  year = {1963}," in STYLES["bibtex"](dated)
    assert json.loads(STYLES["csl-json"](dated))[0]["issued"] == {"date-parts": [[1963, 11, 5]]}


def test_an_office_with_and_in_its_name_is_one_editor_to_bibtex() -> None:
    cited = citation(talk(), published=Publication(("Office of Mills and Rivers", "Ann Lee")))
    assert "  editor = {{Office of Mills and Rivers} and Ann Lee}," in STYLES["bibtex"](cited)


@pytest.mark.parametrize(
    ("published", "plain", "chicago"),
    [
        (
            Publication((), "Oak Press", "Rome", "1996"),
            "Published by Oak Press, Rome, 1996.",
            "(Rome: Oak Press, 1996)",
        ),
        (Publication((), "", "Rome", "1996"), "Published in Rome, 1996.", "(Rome, 1996)"),
        (Publication((), "", "", "1996"), "Published in 1996.", "(1996)"),
    ],
)
def test_place_and_year_are_told_without_a_publisher(published: Publication, plain: str, chicago: str) -> None:
    cited = CITED._replace(published=published)
    assert plain in STYLES["plain"](cited) and chicago in STYLES["chicago"](cited)
