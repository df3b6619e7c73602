"""Text normalization: each rule does what its examples say, and espeak-ng then says what a person would."""

from __future__ import annotations

import re

import pytest

from tests.support.normalized import heard, spelled
from tests.support.phonemes import clauses, phonemes
from tui_reader.document.model import Kind
from tui_reader.narration.normalization import TextNormalizer
from tui_reader.narration.normalization.numbers import cardinal, ordinal, roman, to_roman, year
from tui_reader.narration.normalization.rules import LATE_RULES, RULES
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import Utterance

EXAMPLES = [(rule.name, printed, said) for rule in (*RULES, *LATE_RULES) for printed, said in rule.examples]


@pytest.mark.parametrize(("name", "printed", "said"), EXAMPLES)
def test_each_rule_does_what_its_examples_say(normalizer: TextNormalizer, name: str, printed: str, said: str) -> None:
    assert spelled(normalizer, printed) == said


def test_each_rule_has_a_name_and_an_example_that_it_changes(normalizer: TextNormalizer) -> None:
    for rule in (*RULES, *LATE_RULES):
        assert rule.name
        assert any(rule.found(printed) for printed, said in rule.examples if printed != said), rule


HEARD = [
    # What is printed, and the same in plain words that nobody can misread.
    ("so Adlai might", "so Addlay might"),
    ("his SAM sites", "his sam sites"),
    ("the SAMs, and", "the sams, and"),
    ("the OAS, and", "the O eh S, and"),
    ("the ABM, and", "the eh B M, and"),
    ("the ICBM thing", "the I C B M thing"),
    ("the IL-28 bombers", "the I L twenty-eight bombers"),
    ("the IL-28, and", "the I L twenty-eight, and"),
    ("the U-2 flew", "the U two flew"),
    ("the SA-2 sites", "the S eh two sites"),
    ("a C-130 and B-52s", "a C one thirty and B fifty twos"),
    ("the MiG-21", "the mig twenty-one"),
    ("November 9, 1962, 4:15 p.m.", "November ninth, nineteen sixty-two, four fifteen p m"),
    ("on 9 November 1962", "on the ninth of November nineteen sixty-two"),
    ("in 1962 and 1905", "in nineteen sixty-two and nineteen oh five"),
    ("in 1900, 2000 and 2021", "in nineteen hundred, two thousand and twenty twenty-one"),
    ("the 1960s, the '30s", "the nineteen sixties, the thirties"),
    ("the '62 vote", "the sixty-two vote"),
    ("the 24th meeting", "the twenty-fourth meeting"),
    ("November 12, 11 a.m., see Document 170", "November twelfth, eleven eh m, see Document one hundred seventy"),
    (
        "General, 11/11/62-11/15/62",
        "General, November eleventh, nineteen sixty-two, to November fifteenth, nineteen sixty-two",
    ),
    ("1961–1963, vol. XI, pp. 3-5", "nineteen sixty-one to nineteen sixty-three, volume eleven, pages three to five"),
    ("at 4:05 and 16:00", "at four oh five and sixteen hundred"),
    ("at 11:00 a.m. today", "at eleven eh m today"),
    ("Signed, Adlai E. Stevenson", "Signed, Addlay E Stevenson"),
    ("then George A. Ball spoke", "then George eh Ball spoke"),
    ("then Mr. Ball and Lt. Gen. Carter", "then Mister Ball and Lieutenant General Carter"),
    ("the U.S. Government", "the U S Government"),
    ("$5 million and $5.50", "five million dollars and five dollars and fifty cents"),
    ("it is 5% of 1/2", "it is five percent of one half"),
    ("3½ or 3 1/2", "three and one half or three and one half"),
    ("a vote of 52-48", "a vote of fifty-two to forty-eight"),
    ("No. 5 of them", "number five of them"),
    ("Elizabeth II and World War II", "Elizabeth the second and World War two"),
    ("a *strong* word", "a strong word"),
    ("e.g. Cuba, i.e. Havana vs. all", "for example Cuba, that is Havana versus all"),
    ("at www.example.org now", "at example dot org now"),
    ("1. If it is", "one. If it is"),
    ("ex post facto, p.m., US, UN, CT 06511", "ex post facto, p m, U S, U N, C T zero six five one one"),
]


@pytest.mark.parametrize(("printed", "words"), HEARD)
def test_espeak_says_it_as_a_person_would(normalizer: TextNormalizer, printed: str, words: str) -> None:
    assert heard(spelled(normalizer, printed)) == heard(words)


def test_mikoyan_has_three_syllables_and_a_long_last_one(normalizer: TextNormalizer) -> None:
    assert phonemes("when Mikoyan might").split()[1] == "mɪkˈɔɪən"
    assert phonemes(spelled(normalizer, "when Mikoyan might")).split()[1] == "mˈɪkoʊjˈɑːn"


@pytest.mark.parametrize("printed", ["liquidate--this is", "liquidate -- this is", "liquidate—this is"])
def test_a_dash_is_a_pause(normalizer: TextNormalizer, printed: str) -> None:
    assert len(clauses(printed)) == 1
    assert len(clauses(spelled(normalizer, printed))) == 2


@pytest.mark.parametrize(
    "printed",
    [
        "then Adlai E. Stevenson spoke",
        "then Lt. Gen. Marshall S. Carter spoke",
        "see vol. XI of it",
        "the U.S. Government did",
        "at 4 p.m. Ball called",
        "the D.C. March",
        "J. F. Kennedy spoke",
    ],
)
def test_a_stop_inside_of_a_sentence_is_no_pause(normalizer: TextNormalizer, printed: str) -> None:
    assert len(clauses(spelled(normalizer, printed))) == 1


@pytest.mark.parametrize(
    "printed",
    [
        "I am not going.",
        "Document 166 and Lot 74 D 272",
        "1,328 words, 3.5 of them",
        "[[hello]] <b>bold</b> & so",
        "I may go, and march on, at 3 or 4.",
        "They won't, don't and can’t.",
        "It is up to you--",
        "rock-and-roll, well-known",
        "Is it A or B? A.",
    ],
)
def test_what_an_engine_says_right_is_left_as_printed(normalizer: TextNormalizer, printed: str) -> None:
    assert spelled(normalizer, printed) == printed.replace("--", " —")


def test_the_case_of_letters_is_never_changed(normalizer: TextNormalizer) -> None:
    for printed in ("MEMORANDUM OF CONVERSATION", "the McCone memo", "iPhone and eBay", "NATO, CIA"):
        assert spelled(normalizer, printed) == printed


def test_no_letter_with_rare_marks_reaches_a_voice_but_one_that_has_it(normalizer: TextNormalizer) -> None:
    def said(printed: str, language: str) -> str:
        return "".join(piece.said for piece in normalizer.pieces(printed, language))

    assert "".join(said(chr(code) + "a", "en") for code in range(0x1E00, 0x1F00)).isascii()
    assert [said("Nguyễn in Ḥaḍramawt", language) for language in ("de", "fr-CA", "vi")] == [
        "Nguyen in Hadramawt", "Nguyen in Hadramawt", "Nguyễn in Ḥaḍramawt",
    ]  # fmt: skip
    assert said("Phạm Văn Đồng met Nguyễn", "en") == "Pham Văn Dong met Win"


def test_noises_are_silent_in_every_language(normalizer: TextNormalizer) -> None:
    for printed in ("Das [lacht] ist", "Das [laughter] ist", "Das [Applaus 00:01:05] ist"):
        assert "".join(piece.said for piece in normalizer.pieces(printed, "de")) == "Das ist"


def test_pieces_cover_the_print_and_lead_back_to_it(normalizer: TextNormalizer) -> None:
    printed = "On November 9, 1962, Adlai E. Stevenson saw IL-28s--he said."
    pieces = normalizer.pieces(printed)
    assert "".join(printed[piece.start : piece.end] for piece in pieces) == printed
    assert {printed[piece.start : piece.end] for piece in pieces if piece.why} == {
        "9", "1962", "Adlai", "E.", "IL-28s", "--",
    }  # fmt: skip
    assert all(piece.why or piece.said == printed[piece.start : piece.end] for piece in pieces)


def test_each_spoken_word_leads_back_to_its_printed_one(normalizer: TextNormalizer) -> None:
    printed = "In 1962 he saw IL-28s."
    utterance = Utterance(0, 0, "A", Kind.SPEECH, printed, 0, normalizer.pieces(printed), Pause.END)
    marked = {}
    for word in re.finditer(r"\S+", utterance.spoken):
        start, end = utterance.printed_at(word.start())
        marked[word.group()] = printed[start:end]
    assert marked == {
        "In": "In", "nineteen": "1962", "sixty-two": "1962", "he": "he", "saw": "saw", "I.L": "IL-28s",
        "twenty-eights.": "IL-28s",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "fr-CA", "zh"])
def test_other_languages_are_left_as_printed(normalizer: TextNormalizer, language: str) -> None:
    printed = "Am 9. November 1962 -- Adlai, IL-28, SAM"
    assert [piece.said for piece in normalizer.pieces(printed, language)] == [printed]


@pytest.mark.parametrize(
    "sign",
    [
        "1",
        "-",
        "/",
        ".",
        "I",
        "A.",
        "1/",
        "9 ",
        "*_",
        "$1,",
        "1:0",
        "Vol. X",
        "a@a.",
        "www.",
        "₂¹Ⅷ",
        "[laughs",
        "1 000 ",
        "A/",
        "+1 20 ",
        "Acts I, ",
        "2 x ",
        "MOU ",
        "5km",
        "(a)",
        "SS-N-",
        "State 1",
        "\\",
        *(
            "1,",
            "IV ",
            "9'",
            "(:",
            "5°C/",
            "£3 10s. ",
            "q4-",
            "5 EUR ",
            "CO2",
            "x 2 ",
            "½-",
            "a.com/",
            "King A ",
            "s**",
        ),
    ],
)
def test_no_text_is_too_odd_or_slow(normalizer: TextNormalizer, sign: str) -> None:
    printed = (sign * 400)[:400]
    assert "".join(printed[piece.start : piece.end] for piece in normalizer.pieces(printed)) == printed


def test_numbers_in_words() -> None:
    assert [cardinal(number) for number in (0, 19, 40, 305, 1_200_001)] == [
        "zero", "nineteen", "forty", "three hundred five", "one million two hundred thousand one",
    ]  # fmt: skip
    assert [ordinal(number) for number in (1, 2, 3, 5, 8, 9, 12, 20, 31, 100)] == [
        "first", "second", "third", "fifth", "eighth", "ninth", "twelfth", "twentieth", "thirty-first", "one hundredth",
    ]  # fmt: skip
    assert [year(number) for number in (1066, 1800, 1907, 2000, 2009, 2010)] == [
        "ten sixty-six", "eighteen hundred", "nineteen oh seven", "two thousand", "two thousand nine", "twenty ten",
    ]  # fmt: skip
    assert all(roman(to_roman(number)) == number for number in range(1, 400))
    assert [roman(figures) for figures in ("IIII", "VX", "", "ABC", "IC")] == [None] * 5
