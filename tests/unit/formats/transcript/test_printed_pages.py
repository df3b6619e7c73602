"""Records printed on pages: numbers of lines and pages, running heads and feet are taken out, and speeches go on."""

from __future__ import annotations

from collections import Counter

import pytest

from tui_reader.document.accounting import accounted, gaps
from tui_reader.document.model import Document, Kind
from tui_reader.formats.transcript import parse
from tui_reader.formats.transcript.printed_pages import taken_apart


def read(text: str) -> Document:
    document = parse(text, "record.txt", "0" * 64)
    assert accounted(document), gaps(document)
    return document


def turns(document: Document) -> list[tuple[str, str]]:
    return [(turn.label.text, " ".join(one.text for one in turn.passages)) for turn in document.turns]


def left_out(document: Document) -> Counter[str]:
    return Counter(rest.why for rest in document.residue)


PAGES = [
    """                 P R O C E E D I N G S
                CHIEF JUSTICE FERRIS:    We will hear the case
of the two mills. Mr. Holm.
                 ORAL ARGUMENT OF CARL HOLM
               ON BEHALF OF THE MILLERS
                MR. HOLM:     Thank you. The water belongs to both
mills, and it has done so for two hundred years, as
the deed of the year""",
    """1731 says in its first line.
                JUSTICE ORTEGA:    Is the deed signed?
                MR. HOLM:     It is signed by three
witnesses, and the seal is""",
    """whole.
                CHIEF JUSTICE FERRIS:    The case is submitted.""",
]
FOOT = "                         Harbour Reporters, Inc.\n\n"


def numbered(pages: list[str], between: str = "\n", time: str = "") -> str:
    printed = []
    for page, words in enumerate(pages, 12):
        lines = [f"{number:2}{time}   {line}" for number, line in enumerate(words.split("\n"), 1)]
        printed.append(f"{'':40}{page}\n\n" + between.join(lines) + "\n\n" + FOOT)
    return "\n".join(printed)


@pytest.mark.parametrize("time", ["", "  10:02:31"])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
def test_a_speech_goes_on_over_the_pages_of_a_record_with_numbered_lines(between: str, time: str) -> None:
    document = read(numbered(PAGES, between, time))
    assert turns(document) == [
        (
            "CHIEF JUSTICE FERRIS",
            "We will hear the case of the two mills. Mr. Holm. ORAL ARGUMENT OF CARL HOLM ON BEHALF OF THE MILLERS",
        ),
        (
            "MR. HOLM",
            "Thank you. The water belongs to both mills, and it has done so for two hundred years, as the deed of the"
            " year 1731 says in its first line.",
        ),
        ("JUSTICE ORTEGA", "Is the deed signed?"),
        ("MR. HOLM", "It is signed by three witnesses, and the seal is whole."),
        ("CHIEF JUSTICE FERRIS", "The case is submitted."),
    ]
    assert [one.kind for one in document.turns[0].passages] == [Kind.SPEECH, Kind.ASIDE, Kind.ASIDE]
    assert left_out(document) == {
        "the number of a line": 14, "a page number": 3, "a running head or foot of a page": 3,
    }  # fmt: skip


def test_a_list_of_numbered_things_is_no_numbering_of_lines() -> None:
    text = "ANNA: We need these.\n" + "".join(f"{n} Boats of wood\n" for n in range(1, 11)) + "BEN: Yes.\nANNA: Now.\n"
    assert taken_apart(text).words == text


TALK = """ANNA: The harbour of our town is a very old place, and a commission
came here to see it in the spring of the year before last, when the
{first}
water was high and nobody could walk there. It wrote of it.
BORIS: I have heard that the same thing happened in other places too,
where nobody wrote of it at all, as far as people can remember, and
{second}
the whole of it had to be paid for by those who lived there in the end.
ANNA: Yes, I remember it well, and so will everybody who was there at
the time, for it was a great day for the town and the country, and that
{third}
is why we have come here today, to talk of it with all of you at last.
BORIS: Good.
"""


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("\n12\n", "\n13\n", "\n14\n"),
        ("12", "13", "14"),
        ("                - 12 -\n", "                - 13 -\n", "                - 14 -\n"),
        ("\n\n              Page 12 of 40\n\n", "\n\n              Page 13 of 40\n\n", "\n\n        Page 14 of 40\n\n"),
        ("\n12      HARBOUR TALKS\n", "\nTHE FIRST DAY      13\n", "\n14      HARBOUR TALKS\n"),
        ("\nHarbour Talks: 12\n", "\nHarbour Talks: 13\n", "\nHarbour Talks: 14\n"),
        ("\nHarbour Talks | 12\n", "\nHarbour Talks | 13\n", "\nHarbour Talks | 14\n"),
        ("\n12\nHARBOUR: TALKS\n", "\n13\nHARBOUR: TALKS\n", "\n14\nHARBOUR: TALKS\n"),
        (
            "\nReporters, Inc. 555-0100\n\n                     12\nHarbour Talks\n",
            "\nReporters, Inc. 555-0100\n\n                     13\nHarbour Talks\n",
            "\nReporters, Inc. 555-0100\n\n                     14\nHarbour Talks\n",
        ),
    ],
)
def test_running_heads_and_page_numbers_are_left_out_within_sentences(first: str, second: str, third: str) -> None:
    document = read(TALK.format(first=first, second=second, third=third))
    whole = read(TALK.replace("{first}\n", "").replace("{second}\n", "").replace("{third}\n", ""))
    assert turns(document) == turns(whole)
    assert left_out(document).total() >= 3


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"Chapter {n}\n\nANNA: It is {n}.\n\nBEN: Yes.\n\nANNA: No.\n\nBEN: Well.\n\n" for n in range(1, 9)),
        "".join(f"ANNA: Go on, and\n\nTake {n}\n\nBEN: Yes.\n\nANNA: No.\n\nBEN: Well.\n\n" for n in range(1, 9)),
        "ANNA: We count,\n1\n2\n3\nand so on.\nBEN: Yes.\nANNA: Good.\nBEN: Yes.\n",
        "ANNA: So\n\n(laughter)\n\nwe went\n\n(laughter)\n\nand came\n\n(laughter)\n\nback.\n\nBEN: Yes.\n\nANNA: Yes.",
    ],
    ids=["chapters", "takes", "figures", "laughter"],
)
def test_what_counts_no_pages_is_no_running_head(text: str) -> None:
    assert taken_apart(text).words == text


def test_a_foot_without_a_number_that_divides_sentences_is_left_out() -> None:
    talk = "".join(
        f"ANNA: This is what I say of the boat in the year {year}, and what\n"
        f"I say is true of the harbour and all its people and the water.\n"
        * 7
        + "BEN: I have heard of it from those who were there and from all\n\nOld Harbour Club\n\nof their children.\n"
        for year in (1950, 1951, 1952, 1953)
    )
    document = read(talk)
    assert left_out(document) == {"a running head or foot of a page": 4}
    assert turns(document)[7] == (
        "BEN",
        "I have heard of it from those who were there and from all of their children.",
    )


def test_a_time_that_is_said_first_in_a_numbered_line_is_said() -> None:
    document = read(numbered([page.replace("1731 says", "10:15 says") for page in PAGES]))
    assert "of the year 10:15 says" in turns(document)[1][1]


def test_a_page_number_that_says_so_needs_no_other_evidence() -> None:
    pages = [
        f"Page {n}\n\nANNA: It is {n}.\n\nBEN: {said}\n\nHarbour Reporters\n\n" for n, said in enumerate("abcab", 1)
    ]
    document = read("".join(pages))
    assert [turn.text for turn in document.turns][::2] == [f"It is {n}." for n in range(1, 6)]
    assert [turn.text for turn in document.turns][1::2] == list("abcab")
    assert document.title is None
    assert left_out(document).total() == 10


def test_a_certificate_behind_the_last_turn_is_nobodys() -> None:
    document = read(
        "".join(f"MR. ROE: So {n}.\n\nMS. OAK: Yes.\n\n" for n in range(4))
        + "C E R T I F I C A T E\n\nI, Mary Birch, certify it."
    )
    assert document.turns[-1].text == "Yes."
