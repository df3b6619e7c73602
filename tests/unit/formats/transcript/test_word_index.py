"""The index of words at the end of a record is left out; times and places within speech are none."""

from __future__ import annotations

import string

from tui_reader.document.accounting import accounted
from tui_reader.formats.transcript import parse
from tui_reader.formats.transcript.word_index import word_index

TALK = "".join(
    f"MR. ROE: Turn to {page}:12, please.\n\nTHE COURT: At 10:{page} a.m. we go on.\n\n" for page in range(11, 19)
)
INDEX = "".join(
    f"{letter}bandon {page}:4,17 {page + 9}:2     {letter}dmit{page}:8\n   {page + 20}:11\n"
    for page, letter in enumerate(string.ascii_lowercase, 3)
)


def test_the_index_is_nobodys_and_has_its_reason() -> None:
    document = parse(f"{TALK}WORD INDEX\n\n          A\n{INDEX}", "record.txt", "0" * 64)
    assert accounted(document)
    assert document.turns[-1].text == "At 10:18 a.m. we go on."
    assert [rest.text for rest in document.residue][:2] == ["WORD INDEX", "A"]
    assert {rest.why for rest in document.residue} == {"an index of words, with page and line"}


def test_times_and_places_in_speech_are_no_index() -> None:
    assert not word_index(TALK)
    assert not word_index("".join(f"10:{n} Anna: Now it is 10:{n}\n" for n in range(10, 60)))
    assert not word_index("".join(f"We read Mark 4:{n} and Luke 5:{n}\n" for n in range(10, 60)))
