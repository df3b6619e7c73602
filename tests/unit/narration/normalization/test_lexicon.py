"""Lexicons: how words are said, from a file that a person writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import pytest

from tests.support.phonemes import said as spoken
from tui_reader.casting import Cast, bundled_voices
from tui_reader.casting.voice import Voice
from tui_reader.document.model import Kind
from tui_reader.errors import ReaderError
from tui_reader.narration.normalization import Lexicon, TextNormalizer, document_lexicon, load_lexicon, parse_lexicon
from tui_reader.narration.normalization.ipa import IPA, are_mnemonics, mnemonics
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import Sounds, Utterance
from tui_reader.paths import bundled
from tui_reader.tts.engine import Take
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.tts.phoneme_markup import phoneme_markup
from tui_reader.tts.render import SpeechStyle, render
from tui_reader.tts.tone_engine import ToneEngine


def spell(tmp_path: Path, lexicon: str, text: str, language: str = "en") -> str:
    path = tmp_path / "lexicon.toml"
    path.write_text(lexicon, encoding="utf-8")
    normalizer = TextNormalizer(own=load_lexicon(path), common=Lexicon())
    return "".join(piece.said for piece in normalizer.pieces(text, language))


@pytest.mark.parametrize(
    ("lexicon", "text", "said"),
    [
        ('Ball = "Bawl"', "Ball, Balls and ball", "Bawl, Balls and ball"),
        ('Ball = {said = "Bawl", case = false}', "BALL and ball", "Bawl and Bawl"),
        ('Ball = {said = "Bawl", whole_word = false}', "Balls", "Bawls"),
        ('"New York" = "Gotham"', "in New York, New Yorker", "in Gotham, New Yorker"),
        ('"[sic]" = {skip = true, whole_word = false}', "so[sic] it", "so it"),
        ("sic = {skip = true}", "so sic it", "so  it"),
        ('York = "Yawk"\n"New York" = "Gotham"', "New York and York", "Gotham and Yawk"),
        ('1962 = "that year"', "in 1962", "in that year"),
        ('"C++" = "see plus plus"', "C++ code", "see plus plus code"),
        ('Ball = "\\\\1 [[x]]"', "Ball", "\\1 [[x]]"),
        ('Ball = {ipa = "bɔːl"}', "the Ball", "the Ball"),
        ('Ball = {ipa = "bɔːl", said = "Bawl"}', "the Ball", "the Bawl"),
    ],
)
def test_a_rule_applies_where_it_says(tmp_path: Path, lexicon: str, text: str, said: str) -> None:
    assert spell(tmp_path, lexicon, text) == said


def test_a_rule_is_for_the_documents_of_its_language(tmp_path: Path) -> None:
    lexicon = 'Ball = {said = "Bal", language = "de"}'
    assert spell(tmp_path, lexicon, "Ball", "de-AT") == "Bal"
    assert spell(tmp_path, lexicon, "Ball", "en") == "Ball"


def test_the_own_lexicon_wins_over_rules_and_the_common_one(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_text('Adlai = "Bob"\n"IL-28" = "the Beagle"', encoding="utf-8")
    normalizer = TextNormalizer(own=load_lexicon(path))
    assert "".join(piece.said for piece in normalizer.pieces("Adlai, IL-28, SAM")) == "Bob, the Beagle, sam"


def test_no_file_is_an_empty_lexicon(tmp_path: Path) -> None:
    assert load_lexicon(tmp_path / "none.toml").entries == ()


@pytest.mark.parametrize(
    ("lexicon", "line", "words"),
    [
        ('Ball = "Bawl"\nAdlai = \n', 2, "not valid TOML"),
        ('Ball = "Bawl"\nBall = "Bal"\n', 2, "not valid TOML"),
        ("\nAdlai = 3\n", 2, "needs what is said"),
        ('# Names\n"New York" = {sad = "x"}\n', 2, '"sad" is unknown'),
        ('A = "b"\nAdlai = {said = 5}\n', 2, "said must be text in quotes"),
        ('Adlai = {said = "x", case = "no"}\n', 1, "case must be true or false"),
        ("A = {}\n", 1, "needs either"),
        ('A = {said = "x", skip = true}\n', 1, "needs either"),
        ('A = "x"\n[Adlai]\ncase = true', 2, "needs either"),
        ('"" = "x"\n', 1, "names no word"),
        ('A = ""\n', 1, "skip = true leaves a word out"),
        ('A = {said = "b", phonemes = " "}\n', 1, "skip = true leaves a word out"),
        ('A = "b"\nAdlai = {ipa = "ʘ"}', 2, "not used in English IPA"),
        ('Adlai = {phonemes = "kw!!"}', 1, "are not mnemonics"),
        ('Adlai = {phonemes = "a]] [[b"}', 1, "are not mnemonics"),
        ('Adlai = {phonemes = "a", ipa = "a"}', 1, "one of them"),
        ('Adlai = {ipa = "a", language = "de"}', 1, "for English"),
        ("a = " + "[" * 2000, 1, "not valid TOML"),
    ],
)
def test_a_broken_rule_is_told_with_file_and_line(tmp_path: Path, lexicon: str, line: int, words: str) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_text(lexicon, encoding="utf-8")
    with pytest.raises(ReaderError) as told:
        load_lexicon(path)
    assert str(told.value).startswith(f"{path}:{line}: ")
    assert words in str(told.value)
    assert "\n" not in str(told.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="a folder, not a file"):
        load_lexicon(tmp_path)
    path = tmp_path / "lexicon.toml"
    path.write_bytes(b'A = "\xff"')
    with pytest.raises(ReaderError, match=":1: not UTF-8"):
        load_lexicon(path)


def test_each_line_of_the_common_lexicon_changes_what_is_heard() -> None:
    common = load_lexicon(bundled("voices") / "lexicon.toml")
    assert {"Adlai", "Mikoyan", "SAM"} <= {entry.written for entry in common.entries}
    normalizers = TextNormalizer(own=Lexicon(), common=common), TextNormalizer(own=Lexicon(), common=Lexicon())
    for entry in common.entries:
        with_it, without = (
            [spoken(around.format(marked(normalizer, entry.written))) for around in ("the {} may", "the {}, and")]
            for normalizer in normalizers
        )
        assert with_it != without, entry.line


def test_the_names_of_history_have_the_sounds_of_works_of_reference() -> None:
    normalizer = TextNormalizer(own=Lexicon())
    text = "Gromyko, KHRUSHCHEV’s, Guantánamo, Dvořák, Goethe and Nguyễn"
    assert [piece.phonemes or piece.said for piece in normalizer.pieces(text) if piece.why] == [
        "groUm'i:koU", "kr'u:stSO:f", "gw,A:nt'A:n@m,oU", "dv'O:rZak", "g'3:t@", "Win",
    ]  # fmt: skip
    assert sum(bool(entry.phonemes) for entry in normalizer.common.entries) >= 300


@pytest.mark.parametrize(
    "line",
    [
        'Ball = "Bawl"', '"New York" = "Gotham"', "uh = {skip = true}", "Adlai = {phonemes = \"'adleI\"}",
        'Ball = {said = "Bal", case = false, whole_word = false, language = "de"}',
        '"a \\"b\\"" = {said = "c", phonemes = "s\'i:"}', '"Dorticós" = "x"',
    ],
)  # fmt: skip
def test_an_entry_is_written_as_a_line_and_read_again(line: str) -> None:
    (entry,) = parse_lexicon(line, "here")
    assert entry.line == line
    assert parse_lexicon(entry.line, "here") == [entry]


def test_the_later_of_two_lines_wins() -> None:
    lexicon = document_lexicon(['Ball = "one"', 'Ball = "two"', '"New York" = "one"', '"New York" = "two"'])
    normalizer = TextNormalizer(own=Lexicon(), common=Lexicon(), document=lexicon)
    assert said(normalizer, "Ball in New York") == "two in two"


def test_the_documents_lexicon_wins_over_the_own_and_the_rules() -> None:
    normalizer = TextNormalizer(
        own=Lexicon(parse_lexicon('Ball = "own"', "")), document=document_lexicon(['Ball = "its"', '1962 = "then"'])
    )
    assert said(normalizer, "Ball in 1962, Adlai") == "its in then, Addlay"


class TestSounds:
    @pytest.mark.parametrize(
        ("ipa", "expected"),
        [
            ("ˈædleɪ", "'adleI"), ("/həˈvænə/", "h@'van@"), ("ˈdʒʌdʒ.mənt", "'dZVdZm@nt"), ("tʃɪk", "tSIk"),
            ("ʘ", None), ("", None), ("ˈ", None),
        ],
    )  # fmt: skip
    def test_ipa_becomes_mnemonics(self, ipa: str, expected: str | None) -> None:
        assert mnemonics(ipa) == expected
        assert expected is None or are_mnemonics(expected)

    @pytest.mark.parametrize("sign", sorted(IPA))
    def test_espeak_says_each_sign_as_it_is_written(self, sign: str) -> None:
        heard = spoken(f"[[b{IPA[sign]}b]]") if IPA[sign].strip() else "bb"
        same = {
            "g": "ɡ", "ɫ": "l", "r": "ɹ", "a": "æ", "e": "ɛ", "ɑ": "ɑː", "aː": "ɑː", "u": "uː", "ɜ": "ɜː",
            "ɝ": "ɜː", "əʊ": "oʊ", "oː": "oʊ", "o": "oʊ", "ɒ": "ɑː", "ʧ": "tʃ", "t͡ʃ": "tʃ", "ʤ": "dʒ", "d͡ʒ": "dʒ",
            "eə": "ɛɹ", "ɛə": "ɛɹ", "ʊə": "ʊɹ", "ɪə": "iə", "ᵻ": "ɪ", "ɾ": "t", ".": "", "‿": "", " ": "", "'": "ˈ",
        }  # fmt: skip
        plain = heard.replace("r", "ɹ").replace(" ", "")
        assert "".join(c for c in plain if c not in "ˈˌ") == "b" + same.get(sign, sign).strip("ˈˌ") + "b"

    def test_every_mnemonic_that_is_taken_is_one_of_espeak(self) -> None:
        assert spoken("so [['adleI]] may") == "sˌoʊ ˈædleɪ mˈeɪ"
        assert not are_mnemonics("x[[")
        assert not are_mnemonics("")
        assert not are_mnemonics("''")

    def test_a_piece_has_the_sounds_and_the_spelling(self) -> None:
        entries = parse_lexicon('Adlai = {ipa = "ˈædleɪ", said = "Addlay"}', "")
        pieces = TextNormalizer(own=Lexicon(entries), common=Lexicon()).pieces("So Adlai's it")
        utterance = Utterance(0, 0, "A", Kind.SPEECH, "So Adlai's it", 0, pieces, Pause.END)
        assert utterance.spoken == "So Addlay's it"
        assert utterance.sounds == (Sounds(3, 9, "'adleI"),)


class TestWhatEspeakIsGiven:
    def test_mnemonics_stand_for_the_word_and_each_word_leads_back(self) -> None:
        text = "So Addlay's it"
        given, words = phoneme_markup(text, [Sounds(3, 9, "'adleI")])
        assert given == "So [['adleIz]] it"
        assert [(given[at:].split()[0], text[origin:].split(maxsplit=1)[0]) for at, origin in words] == [
            ("So", "So"), ("[['adleIz]]", "Addlay's"), ("it", "it"),
        ]  # fmt: skip
        assert spoken(given) == "sˌoʊ ˈædleɪz ɪt"

    def test_a_document_never_says_mnemonics(self) -> None:
        hostile = "So [[h@l'oU]] Adlai [[x"
        given, words = phoneme_markup(hostile, [Sounds(14, 19, "'adleI")])
        assert given == "So   h@l'oU   [['adleI]]   x"
        assert [origin for _, origin in words] == [0, 5, 14, 22]
        assert phoneme_markup(hostile, [])[0] == hostile  # without the flag espeak-ng obeys none

    def test_the_engine_marks_the_words_where_they_stand(self) -> None:
        engine = EspeakEngine()
        marks: list[int] = []
        try:
            engine.pronounce(
                "So Addlay might, then.", [Sounds(3, 9, "'adleI")], Voice("v", "V"), 1.0,
                lambda chunk: not marks.extend(mark.offset for mark in chunk.marks),
            )  # fmt: skip
        finally:
            engine.close()
        assert marks == [0, 3, 10, 17]


class TestRendering:
    class Plain(ToneEngine):
        given: ClassVar[list[object]] = []

        def synthesise(self, text: str, voice: Voice, speed: float, take: Take) -> None:
            self.given.append(text)
            super().synthesise(text, voice, speed, take)

    class Speaking(Plain):
        def pronounce(self, text: str, sounds: Sequence[Sounds], voice: Voice, speed: float, take: Take) -> None:
            self.given.append((text, list(sounds)))
            ToneEngine.synthesise(self, text, voice, speed, take)

    @pytest.mark.parametrize(
        ("engine", "start", "given"),
        [
            (Plain, 0, "So Addlay's it"),
            (Speaking, 0, ("So Addlay's it", [(3, 9, "'adleI")])),
            (Speaking, 3, ("Addlay's it", [(0, 6, "'adleI")])),
            (Speaking, 5, "dlay's it"),
        ],
    )
    def test_the_engine_that_takes_sounds_is_given_them(self, engine: type[Plain], start: int, given: object) -> None:
        entries = parse_lexicon('Adlai = {ipa = "ˈædleɪ", said = "Addlay"}', "")
        pieces = TextNormalizer(own=Lexicon(entries), common=Lexicon()).pieces("So Adlai's it")
        utterance = Utterance(0, 0, "A", Kind.SPEECH, "So Adlai's it", 0, pieces, Pause.END)
        words: list[tuple[int, int]] = []
        engine.given.clear()
        voices = bundled_voices()
        render(
            utterance, engine(), Cast(dict.fromkeys(("A", "narrator"), voices["aes"])), SpeechStyle(),
            lambda sound: not words.extend((word.start, word.end) for word in sound.words), start,
        )  # fmt: skip
        assert engine.given == [given]
        assert words[-1] == (11, 13)


def marked(normalizer: TextNormalizer, text: str) -> str:
    """What espeak-ng is given for it."""
    return "".join(f"[[{piece.phonemes}]]" if piece.phonemes else piece.said for piece in normalizer.pieces(text))


def said(normalizer: TextNormalizer, text: str) -> str:
    return "".join(piece.said for piece in normalizer.pieces(text))
