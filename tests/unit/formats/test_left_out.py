"""What is not read is listed by stretches, and told when a document is opened where it is much."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tui_reader.formats import parse
from tui_reader.formats.left_out import left_out

TALK = "**Ann:** Shall we walk down to the river?\n\n**Ben:** Yes, as soon as it is dry.\n\n"
LINES = "".join(
    f"00:{at:02}.000 --> 00:{at + 1:02}.000\n<v {'Ann' if at % 4 else 'Ben'}>The water is high today.\n\n"
    for at in range(20)
)


def told(text: str, name: str = "talk.md") -> list[str]:
    return [line for line in parse(text.encode(), name).warnings if "left out" in line]


def test_more_than_one_word_in_fifty_is_told_with_the_reasons() -> None:
    code = "```\nnobody says this code here\n```\n"
    assert told(f"{TALK}{code}<!-- nor this -->\n\n{TALK * 3}") == [
        "talk.md: 7 words are left out, 10% of the text: code (5), a comment (2)"
    ]
    assert told(f"{TALK * 20}{code}") == []


def test_a_long_stretch_is_told_in_a_long_text_too() -> None:
    assert told(f"{TALK * 200}```\n{'no word ' * 10}\n{'of this ' * 11}\n```\n") == [
        "talk.md: 42 words are left out: code (42)"
    ]
    assert told(f"{TALK * 200}```\n{'no word ' * 20}\n```\n") == []


def test_letters_are_counted_where_no_blanks_stand_between_words() -> None:
    said = "**安:** 今天河水很高，我们还是回去吧。\n\n**本:** 好的，等天气好了再来。\n\n" * 3
    assert told(f"{said}```\n没有人说的话\n```\n") == []
    assert told(f"{said}```\n这里有一些没有人说出来的话\n```\n")[0].startswith("talk.md: 6 words")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talk.vtt", f"WEBVTT\n\n{LINES}"),
        ("talk.vtt", f"WEBVTT\n\n{LINES}".replace("\n\n", "\n\n4f3a-bc27-de\n")),
        ("talk.md", (TALK + "See [here](https://example.org/the/long/address/of/a/page).\n\n") * 3),
    ],
    ids=["times", "identifiers", "addresses"],
)
def test_times_numbers_and_addresses_are_no_words(name: str, text: str) -> None:
    assert told(text, name) == []


def test_lines_of_captions_that_are_printed_again_are_not_left_out() -> None:
    lines = ["We walked down", "to the river bank", "and looked for a boat", "but there was no one"]
    cues = "".join(
        f"00:{at:02}.000 --> 00:{at + 2:02}.000\n{first}\n{second}\n\n"
        for at, (first, second) in enumerate(pairwise(lines))
    )
    assert told(f"WEBVTT\n\n{cues}", "talk.vtt") == []


def test_stretches_are_joined_and_placed_in_the_text() -> None:
    document = parse(f"{TALK}<!-- one two -->\n<!-- three -->\n\n{TALK}".encode(), "talk.md")
    found = [one for one in left_out(document) if one.why == "a comment"]
    assert [one.words for one in found] == [3]
    assert document.text[found[0].start : found[0].end].split("\n")[0] == "<!-- one two -->"


def test_words_that_are_not_in_the_text_have_no_place() -> None:
    page = "<html><body><p><b>Ann:</b> So.</p><p><b>Ben:</b> Well.</p><script>var x<p>Behind it.</p></body></html>"
    document = parse(page.encode(), "talk.html")
    assert left_out(document)[-1] == (None, None, 4, "4 words of the file are not read: var x behind it")
