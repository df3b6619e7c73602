"""Words divided at the ends of lines are put together by the evidence of the text."""

from __future__ import annotations

import pytest

from tui_reader.document.accounting import accounted
from tui_reader.formats.transcript import parse
from tui_reader.formats.transcript.divided_words import at_line_ends


def joined(text: str) -> str:
    pieces, at = [], 0
    for start, end in at_line_ends(text):
        pieces.append(text[at:start])
        at = end
    return "".join((*pieces, text[at:]))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("the inter-\nnational bank", "the international bank"),
        ("the inter-  \n   national bank", "the international bank"),
        ("die Gesell\u00ad\nschaft", "die Gesellschaft"),
        ("la socié\u2010\nté", "la société"),
        ("a well-\nknown man", "a well-known man"),
        ("the Anglo-\nAmerican bank", "the Anglo-American bank"),
        ("a sugar-\ncoated pill", "a sugarcoated pill"),
        ("a sugar-\ncoated pill, sugar-coated", "a sugar-coated pill, sugar-coated"),
        ("a paper-\nboat of paper, a boat", "a paper-boat of paper, a boat"),
        ("a paper-\nboat of paper, a boat, a paperboat", "a paperboat of paper, a boat, a paperboat"),
        ("some-\nwhere in some town where", "somewhere in some town where"),
        ("pre-\nand post-war", "pre-\nand post-war"),
        ("Haupt-\nund Nebensätze", "Haupt-\nund Nebensätze"),
        ("he went -\nand came", "he went -\nand came"),
        ("the years 1963-\n1964", "the years 1963-\n1964"),
    ],
)
def test_a_word_is_joined_as_the_rest_of_the_text_has_it(text: str, whole: str) -> None:
    assert joined(text) == whole


def test_the_hyphen_is_left_out_with_its_reason() -> None:
    text = (
        "ANNA: The harbour of our town is a very old place, and the inter-\n"
        "national commission came here to see it in the spring of the year\n"
        "before last, when the water was high and nobody was there at all.\n"
        "BORIS: It was a well-\n"
        "known place.\n"
        "ANNA: Yes.\n"
    )
    document = parse(text, "talk.txt", "0" * 64)
    assert accounted(document)
    assert "the international commission" in document.turns[0].text
    assert "a well-known place" in document.turns[1].text
    assert [(one.text, one.why) for one in document.residue] == [("-", "the hyphen of a divided word")]
