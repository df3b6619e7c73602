"""espeak-ng in this process, the real one."""

from __future__ import annotations

import signal
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.sound import chunks_of, joined
from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.errors import EngineError
from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, WordMark
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.tts.sanitize import sanitize

AES = Voice("aes", "Adlai", espeak=EspeakSettings("en-us+m3", 65, 60, gain=-1.6))
GWB = Voice("gwb", "George", espeak=EspeakSettings("en-us+klatt6", 28, 50, gain=-0.4))
NARRATOR = Voice("narrator", "Narrator", espeak=EspeakSettings("en-gb-x-rp+f2", 45, 40, gain=-2.9))
SENTENCE = "It seems to me highly desirable to liquidate this before we start to lose ground here."
SENTENCES = (
    SENTENCE,
    "I wonder if you would care to submit this afternoon at the meeting a suggestion which I could dictate.",
    "I think the meeting has been called off.",
    "Maybe you could send it over to Kennedy to be reflecting on.",
    "You know about our meeting today and the protest on the ships?",
    "That is all it amounted to.",
    "The thing about that is it leaves Castro in an extremely favorable position, doesn't it.",
    "If this continues this way indefinitely, talks are going to start, and it will reverberate around the country.",
)


@pytest.fixture(scope="module")
def engine() -> Iterator[EspeakEngine]:
    engine = EspeakEngine()
    yield engine
    engine.close()


def said(engine: EspeakEngine, text: str, voice: Voice = AES, speed: float = 1.0) -> tuple[bytes, tuple[WordMark, ...]]:
    """Sound and marks."""
    return joined(chunks_of(engine, text, voice, speed))


def spoken_samples(pcm: bytes) -> int:
    return len(pcm) // 2 - samples.leading_silence(pcm, 100) - samples.trailing_silence(pcm, 100)


@pytest.mark.parametrize("voice", [AES, GWB, NARRATOR], ids=lambda voice: voice.id)
def test_speech_streams_in_many_chunks_and_is_as_loud_as_it_should_be(engine: EspeakEngine, voice: Voice) -> None:
    chunks = chunks_of(engine, SENTENCE, voice)
    pcm, _ = joined(chunks)
    assert len(chunks) > 10
    assert 3 < spoken_samples(pcm) / engine.sample_rate < 8
    assert samples.rms_dbfs(pcm) == pytest.approx(-22, abs=2)
    assert samples.peak(pcm) < 32000


@pytest.mark.parametrize("speed", [0.5, 1, 2, 4])
def test_each_word_has_a_mark_on_its_first_character_and_marks_never_go_back(
    engine: EspeakEngine, speed: float
) -> None:
    pcm, marks = said(engine, SENTENCE, speed=speed)
    words = [SENTENCE[mark.offset :].split(maxsplit=1)[0] for mark in marks]
    assert [word for word in words if word not in {"to", "we"}] == [
        word for word in SENTENCE.split() if word not in {"to", "we"}
    ]
    places = [mark.sample for mark in marks]
    assert places == sorted(places)
    assert places[0] >= 0 and places[-1] < len(pcm) // 2


@pytest.mark.parametrize("speed", [0.5, 2, 4])
def test_marks_stand_at_the_same_part_of_the_sentence_at_every_speed(engine: EspeakEngine, speed: float) -> None:
    slow, slow_marks = said(engine, SENTENCE)
    fast, fast_marks = said(engine, SENTENCE, speed=speed)
    slow_at = {mark.offset: mark.sample / len(slow) * 2 for mark in slow_marks}
    fast_at = {mark.offset: mark.sample / len(fast) * 2 for mark in fast_marks}
    assert slow_at.keys() == fast_at.keys()
    for offset, place in slow_at.items():
        assert fast_at[offset] == pytest.approx(place, abs=0.06)


@pytest.mark.parametrize("speed", [0.4, 1, 4])
def test_a_mark_begins_in_its_own_chunk(engine: EspeakEngine, speed: float) -> None:
    at = 0
    for chunk in chunks_of(engine, SENTENCE, AES, speed):
        end = at + len(chunk.pcm) // 2
        assert all(at <= mark.sample <= end for mark in chunk.marks)
        at = end


def test_positions_count_characters_and_quotes_and_dashes_do_not_shift_them(engine: EspeakEngine) -> None:
    text = "“I think” the café — well, the naïve OAS — “said” so (really)."
    _, marks = said(engine, text)
    words = {text[mark.offset :].split(maxsplit=1)[0] for mark in marks}
    assert {"“I", "think”", "café", "naïve", "OAS", "“said”", "so", "(really)."} <= words
    assert all(mark.offset == 0 or text[mark.offset - 1] == " " for mark in marks)


def test_a_number_of_many_words_is_marked_once(engine: EspeakEngine) -> None:
    text = "In 1962 it cost $450.50 in all."
    _, marks = said(engine, text)
    offsets = [mark.offset for mark in marks]
    assert len(offsets) == len(set(offsets))
    assert text.index("1962") in offsets


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.5, 2, 2.45, 3, 4])
@pytest.mark.parametrize("voice", [AES, GWB, NARRATOR], ids=lambda voice: voice.id)
def test_speed_is_true_within_five_per_cent(engine: EspeakEngine, voice: Voice, speed: float) -> None:
    def length(at: float) -> int:
        return sum(spoken_samples(said(engine, sentence, voice, at)[0]) for sentence in SENTENCES)

    assert length(1) / length(speed) / speed == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize(("rate", "speed"), [(140, 0.5), (140, 0.56), (190, 0.5), (80, 0.5)])
def test_speed_is_true_where_espeak_ng_cannot_speak_so_slowly(engine: EspeakEngine, rate: int, speed: float) -> None:
    voice = replace(AES, espeak=replace(AES.espeak, rate=rate))

    def length(at: float) -> int:
        return sum(spoken_samples(said(engine, sentence, voice, at)[0]) for sentence in SENTENCES[:4])

    assert length(1) / length(speed) / speed == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("gain", [-12.0, -6.0, -3.0, 2.0])
def test_the_gain_of_a_voice_is_heard(engine: EspeakEngine, gain: float) -> None:
    def level(decibels: float) -> float:
        return samples.rms_dbfs(said(engine, SENTENCE, replace(AES, espeak=replace(AES.espeak, gain=decibels)))[0])

    assert level(gain) - level(0) == pytest.approx(gain, abs=0.5)


def test_no_more_than_what_was_wanted_is_made_and_the_next_utterance_is_whole(engine: EspeakEngine) -> None:
    whole = len(said(engine, SENTENCE)[0])
    taken: list[Chunk] = []

    def take(chunk: Chunk) -> bool:
        taken.append(chunk)
        return len(taken) < 3

    engine.synthesise(SENTENCE * 50, AES, 1, take)
    assert len(taken) == 3
    assert len(said(engine, SENTENCE)[0]) == pytest.approx(whole, abs=0.02 * engine.sample_rate * 2)


def test_what_take_raises_is_raised_and_stops_the_utterance(engine: EspeakEngine) -> None:
    calls = 0

    def take(chunk: Chunk) -> bool:
        nonlocal calls
        calls += 1
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        engine.synthesise(SENTENCE * 20, AES, 1, take)
    assert calls == 1
    assert said(engine, "Yes.")[0]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not sent so on Windows")
def test_an_interrupt_between_chunks_is_not_lost(engine: EspeakEngine) -> None:
    def interrupt(chunk: Chunk) -> bool:
        signal.setitimer(signal.ITIMER_REAL, 0.0005)
        return True

    def on_alarm(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, on_alarm)
    try:
        with pytest.raises(KeyboardInterrupt):
            for _ in range(20):
                engine.synthesise(SENTENCE * 20, GWB, 1, interrupt)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert said(engine, "Yes.")[0]


def test_every_utterance_has_its_own_settings_whatever_came_before(engine: EspeakEngine) -> None:
    alone = len(said(engine, SENTENCE, NARRATOR)[0])
    said(engine, SENTENCE, replace(GWB, espeak=replace(GWB.espeak, rate=300)), 4)
    assert len(said(engine, SENTENCE, NARRATOR)[0]) == pytest.approx(alone, rel=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "one [[f'Ob@ 'baz]] two",
        "one <speak><voice name='de'>zwei</voice></speak> &amp; two",
        "one \x01550S two",
        "one \x00 two and three",
        "one \udcff \ue001 two",
        "; rm -rf $(HOME) `id`",
    ],
)
def test_text_is_data(engine: EspeakEngine, text: str) -> None:
    pcm, marks = said(engine, text)
    assert len(sanitize(text)) == len(text)
    assert text[marks[-1].offset :] == text.rsplit(" ", maxsplit=1)[-1]
    plain = len(said(engine, "one two")[0])
    assert len(pcm) >= 0.8 * plain


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\x00\x01"])
def test_a_text_without_words_makes_no_sound_and_no_error(engine: EspeakEngine, text: str) -> None:
    assert said(engine, text) == (b"", ())


def test_an_unknown_voice_is_one_line_and_the_next_voice_works(engine: EspeakEngine) -> None:
    broken = replace(AES, id="mine", espeak=EspeakSettings("xx-none+m1"))
    with pytest.raises(EngineError, match=r"espeak has no voice 'xx-none\+m1', which the voice mine asks for"):
        said(engine, "Yes.", broken)
    assert said(engine, "Yes.")[0]


def test_only_one_engine_is_open_in_a_process(engine: EspeakEngine) -> None:
    with pytest.raises(EngineError, match="only one"):
        EspeakEngine()


def test_an_engine_says_one_thing_at_a_time(engine: EspeakEngine) -> None:
    errors: list[EngineError] = []

    def meanwhile() -> None:
        try:
            said(engine, "Yes.")
        except EngineError as error:
            errors.append(error)

    def take(chunk: Chunk) -> bool:
        thread = threading.Thread(target=meanwhile)
        thread.start()
        thread.join()
        return False

    engine.synthesise(SENTENCE, AES, 1, take)
    assert [str(error) for error in errors] == ["espeak is speaking already: it makes one utterance at a time"]


def test_another_engine_can_be_opened_after_the_first_and_a_closed_one_is_silent() -> None:
    program = """
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.casting.voice import Voice
for _ in range(3):
    engine = EspeakEngine()
    sound = []
    engine.synthesise("Yes indeed.", Voice("v", "V"), 1, lambda chunk: sound.append(chunk.pcm) or True)
    assert len(b"".join(sound)) > 20000
    engine.close()
    engine.close()
try:
    engine.synthesise("No.", Voice("v", "V"), 1, lambda chunk: True)
except Exception as error:
    print(error)
"""
    assert run(program) == "espeak was closed and cannot speak"


def test_an_engine_says_what_a_new_process_says_whatever_was_said_before_it() -> None:
    program = """
import hashlib, sys
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.casting.voice import EspeakSettings, Voice
VOICES = [Voice(name, name, espeak=EspeakSettings(name)) for name in ("en-us+m3", "en-us+klatt6", "en-gb-x-rp+f2")]
def said(text, voice):
    engine, sound = EspeakEngine(), []
    engine.synthesise(text, voice, 1, lambda chunk: sound.append(chunk.pcm) or True)
    engine.close()
    return hashlib.sha256(b"".join(sound)).hexdigest()
for word in range(int(sys.argv[1])):
    said("A word or two " * word, VOICES[word % 3])
print(*(said("It seems to me that she sees the fish there.", voice) for voice in VOICES))
"""
    assert run(program, "0") == run(program, "4")


def test_missing_parts_are_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    program = f"""
from pathlib import Path
from tui_reader.errors import EngineError
from tui_reader.tts.espeak_engine import EspeakEngine
(Path({str(tmp_path)!r}) / "bad").mkdir()
(Path({str(tmp_path)!r}) / "bad" / "phontab").write_text("no phonemes")
(Path({str(tmp_path)!r}) / "broken.so").write_text("no library")
for arguments in (
    dict(data=Path({str(tmp_path)!r})),
    dict(library=Path({str(tmp_path)!r}) / "none.so"),
    dict(library=Path({str(tmp_path)!r}) / "broken.so"),
    dict(data=Path({str(tmp_path)!r}) / "bad"),
):
    try:
        EspeakEngine(**arguments)
    except EngineError as error:
        assert "\\n" not in str(error)
        print(str(error).endswith("pip install --force-reinstall espeakng-loader"))
"""
    assert run(program).split() == ["True"] * 4


WITHOUT_LOADER = """
import sys
sys.modules["espeakng_loader"] = None
from tui_reader.errors import EngineError
from tui_reader.tts import espeak_library
from tui_reader.tts.espeak_engine import EspeakEngine
"""


def test_without_espeakng_loader_the_systems_own_speaks() -> None:
    program = """
import ctypes
try:
    ctypes.CDLL(espeak_library.SYSTEM)
except OSError:
    print("none")
    sys.exit()
from tui_reader.casting.voice import Voice
made, words = 0, []
def take(chunk):
    global made
    made += len(chunk.pcm)
    words.extend(mark.offset for mark in chunk.marks)
    return True
engine = EspeakEngine()
engine.synthesise("Good morning to you.", Voice("v", "V"), 1.0, take)
print(made > engine.sample_rate, words)
"""
    answer = run(WITHOUT_LOADER + program)
    if answer == "none":
        pytest.skip("the system has no espeak-ng")
    assert answer == "True [0, 5, 13, 16]"


def test_without_any_espeak_one_line_says_what_to_install() -> None:
    program = """
espeak_library.SYSTEM = "libnone.so"
try:
    EspeakEngine()
except EngineError as error:
    print(error)
"""
    missing = "espeak-ng is not installed; install your system's package espeak-ng, or pip install espeakng-loader."
    assert run(WITHOUT_LOADER + program) == missing


def test_opening_it_loads_neither_a_sound_device_nor_a_screen() -> None:
    program = """
import sys
from tui_reader.tts.espeak_engine import EspeakEngine
EspeakEngine()
print({"miniaudio", "rich", "textual", "subprocess", "pyttsx3"} & set(sys.modules))
"""
    assert run(program) == "set()"


def test_the_length_of_a_sentence_is_the_same_each_time_within_a_few_milliseconds(engine: EspeakEngine) -> None:
    lengths = [len(said(engine, SENTENCE)[0]) / 2 / engine.sample_rate for _ in range(5)]
    assert max(lengths) - statistics.median(lengths) < 0.03


def run(program: str, *words: str) -> str:
    """The output of a program in a fresh process, which must succeed."""
    command = [sys.executable, "-c", program, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
