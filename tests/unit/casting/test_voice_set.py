"""Voice files: those that come with the reader, a person's own, and broken ones."""

from __future__ import annotations

import math
import re
import statistics
from pathlib import Path

import pytest

from tui_reader.casting import load_voices
from tui_reader.casting.voice import DIMENSIONS, MeasuredVoice
from tui_reader.casting.voice_set import read_voice
from tui_reader.errors import ReaderError
from tui_reader.voice_lab.human_space_axes import AXES as HUMAN_AXES
from tui_reader.voice_lab.voice_space_axes import AXES

OWN = """
name = "Own"
about = "Mine."
gender = "female"
people = ["Mrs. Alving", "ALVING"]
order = 7
pan = 1
[espeak]
voice = "en+f3"
pitch = 40
range = 30
rate = 200
gain = -3
[nsss]
language = "en-GB"
names = ["Kate"]
"""
POINT = [1, 2.5, *[0] * 19]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.mark.parametrize(
    ("id", "voice", "pitch", "reach"),
    [("aes", "en-us+m3", 65, 60), ("gwb", "en-us+klatt5", 30, 45), ("narrator", "en-gb-x-rp+f2", 45, 40)],
)
def test_the_triple_is_as_it_was_measured(folder: Path, id: str, voice: str, pitch: int, reach: int) -> None:
    settings = load_voices(folder)[id].espeak
    assert (settings.voice, settings.pitch, settings.range) == (voice, pitch, reach)


def test_voices_differ_in_tempo_and_most_are_unhurried(folder: Path) -> None:
    """At a rate of 150 the memorandum is said at 180 words a minute, the pauses between sentences left out."""
    rates = [voice.espeak.rate for voice in load_voices(folder).values()]
    assert (min(rates), max(rates)) == (140, 190)
    assert len(set(rates)) >= 15
    assert 148 <= statistics.mean(rates) <= 155


def test_no_voice_is_understood_much_worse_than_the_plain_one_of_its_accent(folder: Path) -> None:
    """By a recogniser, which tests/measure_voices asks. The crowd's voice need not be clear."""
    for id, voice in load_voices(folder).items():
        if not voice.crowd:
            found = voice.measured
            assert found and found.errors and found.plain_errors, id
            assert found.errors <= 1.2 * found.plain_errors, id


def test_the_triple_sits_left_and_right_of_the_narrator(folder: Path) -> None:
    voices = load_voices(folder)
    assert voices["aes"].pan < voices["narrator"].pan == 0 < voices["gwb"].pan


def test_twenty_four_and_more_are_complete_men_and_women_of_many_accents(folder: Path) -> None:
    voices = load_voices(folder)
    others = [voice for id, voice in voices.items() if id not in {"aes", "gwb", "narrator"}]
    assert len(voices) >= 24
    assert {voice.gender for voice in others if not voice.crowd} == {"male", "female"}
    assert len({voice.espeak.voice.partition("+")[0] for voice in others}) >= 5
    for field in ("name", "pan", "order", "espeak"):
        assert len({getattr(voice, field) for voice in voices.values()}) == len(voices)
    for voice in voices.values():
        assert voice.about.endswith(".")
        for system in (voice.sapi5, voice.nsss):
            assert system.names and system.language.startswith("en") and system.gender == voice.gender


def test_men_and_women_are_old_among_the_voices_that_are_given_last(folder: Path) -> None:
    old = [voice for voice in load_voices(folder).values() if voice.age == "old"]
    assert {voice.gender for voice in old} == {"male", "female"}
    assert min(voice.order for voice in old) > 20


def test_the_voices_are_in_the_order_of_casting(folder: Path) -> None:
    ids = list(load_voices(folder))
    assert ids[:2] == ["aes", "gwb"]
    assert ids[-1] == "narrator"


def test_an_own_voice_is_read_whole_and_one_of_the_same_name_wins(folder: Path) -> None:
    (folder / "own.toml").write_text(OWN)
    (folder / "aes.toml").write_text(OWN)
    (folder / "lexicon.toml").write_text("[[entry]]")
    (folder / "notes.txt").write_text("no voice")
    voices = load_voices(folder)
    own = voices["own"]
    assert (own.name, own.gender, own.pan, own.order) == ("Own", "female", 1, 7)
    assert own.people == ("Mrs. Alving", "ALVING")
    assert (own.espeak.voice, own.espeak.rate, own.espeak.gain) == ("en+f3", 200, -3)
    assert (own.nsss.language, own.nsss.gender, own.sapi5.gender) == ("en-GB", "female", "female")
    assert voices["aes"].name == "Own"
    assert "lexicon" not in voices
    assert voices["gwb"].name == "George"


def test_a_small_file_is_a_voice(folder: Path) -> None:
    (folder / "small.toml").write_text('[espeak]\nvoice = "en+m1"\n')
    voice = load_voices(folder)["small"]
    assert (voice.name, voice.pan, voice.espeak.pitch) == ("small", 0, 50)


def test_a_voice_says_how_several_engines_make_it_and_names_those_that_are_not_known(folder: Path) -> None:
    (folder / "many.toml").write_text(
        'gender = "female"\n[piper]\nmodel = "en_GB-alba.onnx"\nspeaker = 3\n[pyttsx3]\nnames = ["Ann"]\n'
        '[nsss]\nnames = ["Kate"]\n[flite]\nvoice = "slt"\n'
    )
    voice = load_voices(folder)["many"]
    assert (voice.piper.model, voice.piper.speaker) == ("en_GB-alba.onnx", 3)
    assert (voice.sapi5.names, voice.nsss.names, voice.nsss.gender) == (("Ann",), ("Kate",), "female")
    assert voice.others == ("flite",)


@pytest.mark.parametrize(
    ("lines", "pitch", "tract"),
    [
        ("[natural]\npitch = 92\ntract = 1.2\n", 92, 1.2),
        ('gender = "male"\n[espeak]\nvoice = "en"\n', 115, 1.15),
        (f'gender = "male"\n[espeak]\nvoice = "en"\n[measured]\npitch = 61\npoint = {POINT}\n', 80, 1.15),
        ('gender = "female"\n[espeak]\nvoice = "en"\n', 0, 1),
    ],
)
def test_each_voice_is_a_human_one_too_of_its_sex_and_pitch(
    folder: Path, lines: str, pitch: float, tract: float
) -> None:
    (folder / "own.toml").write_text(lines)
    natural = load_voices(folder)["own"].natural
    assert (natural.pitch, natural.tract) == (pitch, tract)


def test_a_point_has_as_many_numbers_as_both_spaces_have_axes() -> None:
    assert len(AXES) == len(HUMAN_AXES) == DIMENSIONS


def test_what_was_measured_may_say_how_well_a_voice_is_understood(folder: Path) -> None:
    sound = f"[espeak]\n[measured]\npitch = 100\npoint = {POINT}\n"
    (folder / "sound.toml").write_text(sound)
    (folder / "both.toml").write_text(f"{sound}errors = 52\nplain_errors = 48.5\n")
    (folder / "half.toml").write_text("[espeak]\n[measured]\nerrors = 52\n")
    voices = load_voices(folder)
    assert voices["sound"].measured == MeasuredVoice(100, tuple(POINT))
    assert voices["both"].measured == MeasuredVoice(100, tuple(POINT), 52, 48.5)
    assert voices["half"].measured is None


def test_without_a_folder_of_ones_own_there_are_the_bundled_voices(folder: Path) -> None:
    assert "aes" in load_voices(folder / "none")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('name = "x\n[espeak]', 1, "not valid TOML"),
        ("name = 'x'\n\n[espeak]\npitch = \n", 4, "not valid TOML"),
        ("[espeak]\nvoice = 'en'\npich = 3", 3, r"unknown key 'pich'; there are gain, pitch, range, rate, voice"),
        ("nam = 'x'\n[espeak]\n", 1, "unknown key 'nam'"),
        ("[espeak]\nflite='x'", 2, "unknown key 'flite'"),
        ("[piper]\nspeaker = 'Ann'", 2, "speaker must be a whole number from 0"),
        (f"[espeak]\n[measured]\npoint = {['x', *POINT[1:]]}", 3, "point must be a list of 21 numbers"),
        (f"[espeak]\n[measured]\npoint = {[math.inf, *POINT[1:]]}", 3, "point must be a list of 21 numbers"),
        (
            f"[espeak]\n[measured]\npoint = {POINT[1:]}",
            3,
            "must be a list of 21 numbers, as .* --measure prints it, not ",
        ),
        (f"[espeak]\n[natural]\npoint = {[*POINT, 2]}", 3, "point must be a list of 21 numbers"),
        ("[espeak]\n[measured]\npoint = []", 3, "point must be a list of 21 numbers"),
        ("\n[espeak]\npitch = 100", 3, "pitch must be a whole number from 0 to 99, not 100"),
        ("[espeak]\npitch = 1.5", 2, "pitch must be a whole number from 0 to 99"),
        ("[espeak]\npitch = true", 2, "pitch must be"),
        ("[espeak]\nrate = 79", 2, "rate must be a whole number from 80 to 450"),
        ("[espeak]\ngain = 7.5", 2, "gain must be a number from -30 to 6, not 7.5"),
        ("[espeak]\ngain = nan", 2, "gain must be"),
        ("pan = -1.01\n[espeak]", 1, "pan must be a number from -1 to 1"),
        ("gender = 'neuter'\n[espeak]", 1, 'gender must be "male", "female" or ""'),
        ("people = 'AES'\n[espeak]", 1, "people must be a list of texts in quotes, not 'AES'"),
        ("people = ['AES', 3]\n[espeak]", 1, "people must be a list"),
        ("[espeak]\nvoice = 3", 2, "voice must be a text in quotes, not 3"),
        ('[espeak]\nvoice = "en\\nx"', 2, "voice must be a text in quotes"),
        ("espeak = 'en-us'", 1, r"espeak must be a table: \[espeak\]"),
        ("[nsss]\nnames = 'Alex'", 2, "names must be a list"),
    ],
)
def test_a_broken_file_is_one_line_with_its_place(folder: Path, text: str, line: int, message: str) -> None:
    path = folder / "mine.toml"
    path.write_text(text)
    with pytest.raises(ReaderError, match=f"^{re.escape(str(path))}:{line}: .*{message}") as caught:
        load_voices(folder)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"name = 'x'\n", r"does not say how the voice sounds; add \[espeak\] with a voice"),
        (b"", "does not say how the voice sounds"),
        (b"name = 'x'\nabout = '\xff'", ":2: not UTF-8"),
        (b"#" * 100_001, "larger than 100 kB"),
        (b"x = " + b"[" * 5000, "not valid TOML"),
        (b"order = " + b"9" * 5000, "not valid TOML"),
    ],
)
def test_a_file_that_is_no_voice_is_one_line(folder: Path, data: bytes, message: str) -> None:
    path = folder / "mine.toml"
    path.write_bytes(data)
    with pytest.raises(ReaderError, match=message) as caught:
        read_voice(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_a_folder_in_place_of_a_voice_is_one_line(folder: Path) -> None:
    (folder / "mine.toml").mkdir()
    with pytest.raises(ReaderError, match="a folder, not a file"):
        load_voices(folder)
