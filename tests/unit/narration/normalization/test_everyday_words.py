"""Everyday words that look like short forms of some field stay as they are printed."""

from __future__ import annotations

import pytest

from tests.support.normalized import spelled
from tui_reader.narration.normalization import TextNormalizer


@pytest.mark.parametrize(
    "printed",
    [
        "Markets fear the Fed.",
        "She saw what the Fed. had done.",
        "Oh, I def. want it.",
        "So I'm def. Anna's friend.",
        "Half a mo., I am coming.",
        "She was quite a gal.",
        "He made a pt. of it.",
        "There are 3 runways 20 miles away.",
        "The runway 9 miles away is shut.",
        "We saw Project Runway 10 last summer.",
        "The ship came bearing 200 men.",
        "He arrived bearing 300 letters.",
        "The army was heading 200 miles north.",
        "The offices are a. in Paris, b. in London, c. in Rome.",
        "Read paragraph d. at Rome.",
        "Send it a. to NATO, b. to Congress.",
        "Choose plan b. in case of rain.",
        "Vitamin d. in Winter is needed.",
        "Pick a letter: b. on Top, d. at Bottom.",
        "Yes, 5 Ma, thank you.",
        "We ordered 100 SM and 30 XL shirts.",
        "I need a 3 pc suit by Sunday.",
        "It was a letter from Pa.",
        "He was afraid of Pa. and his belt.",
        "It was the pt. of no return.",
        "The pt. is that we lost.",
        "The pts. are on the board.",
        "Hall, J., filed for divorce.",
        "Hey bro.",
        "Give him a pat.",
        "I'm opp. to it.",
        "I have 5 ha ha.",
    ],
)
def test_a_word_that_no_field_claims_is_said_as_printed(normalizer: TextNormalizer, printed: str) -> None:
    assert spelled(normalizer, printed) == printed


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("We met in Times Sq in March.", "We met in Times Square in March."),
        ("We met in Union Sq. in an hour.", "We met in Union Square in an hour."),
        ("It costs $50 per sq. ft.", "It costs 50 dollars per square foot."),
        ("It is $9 per Sq. yd. for it.", "It is 9 dollars per square yard for it."),
        ("The bomb of 20 kt sank five ships.", "The bomb of 20 kilotons sank five ships."),
        ("The bomber flew at 300 kt.", "The bomber flew at 300 knots."),
        ("A 405 nm laser on a ship.", "A 405 nanometer laser on a ship."),
        ("They lay 12 nm off the coast.", "They lay 12 nautical miles off the coast."),
        ("The rate rose 25 bps, data show.", "The rate rose 25 basis points, data show."),
        ("The clinic saw 40 pts.", "The clinic saw 40 patients."),
        ("He, er, got 50 pts on it.", "He, er, got 50 points on it."),
        ("Ford Motor Co., Michigan, is closed.", "Ford Motor Company, Michigan, is closed."),
        ("The lava is dated at 5 Ma.", "The lava is dated at 5 million years ago."),
        ("He ran m. in 1855.", "He ran m. in eighteen fifty-five."),
        ("Smith, J., joined the firm in 1960.", "Smith, J., joined the firm in nineteen sixty."),
    ],
)
def test_the_meaning_is_that_of_the_sentence(normalizer: TextNormalizer, printed: str, said: str) -> None:
    assert spelled(normalizer, printed) == said
