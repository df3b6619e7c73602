"""A document's recording as an engine: what is played of it, and what a voice says."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.recordings import CountingSource, read_vtt
from tests.support.sound import FakeCast, PlainEngine
from tests.support.sound_files import SamplesSource
from tests.unit.playback.recording.test_silences import quiet, speech, with_hiss
from tui_reader.document.model import Document
from tui_reader.errors import RecordingFailed
from tui_reader.narration.narration import Narration
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.recording.recording import Recording
from tui_reader.playback.recording.recording_engine import RecordingEngine
from tui_reader.playback.recording.time_correction import TimeCorrection
from tui_reader.playback.timeline import Timeline, render_all
from tui_reader.tts.render import Neighbours, Sound, SpeechStyle, render

CAST = FakeCast()


def played(
    document: Document,
    utterances: Sequence[Utterance] | None = None,
    style: SpeechStyle = SpeechStyle(),  # noqa: B008
    source: CountingSource | None = None,
) -> tuple[list[int], Timeline]:
    """The left channel of what is heard, and the timeline."""
    pcm = bytearray()
    engine = RecordingEngine(PlainEngine(), Recording(Path("talk.wav"), document), source or CountingSource())
    said = Narration(document) if utterances is None else utterances
    timeline = render_all(said, engine, CAST, style, pcm.extend)
    return list(array("h", bytes(pcm))[::2]), timeline


def test_a_talk_sounds_as_its_recording_does_with_what_is_between_the_words(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>Yes.", "3.5 4 <v Ben>No.", "4.1 4.5 <v Ann>Why?")
    heard, timeline = played(document)
    assert heard[20:-50] == list(range(991, 991 + len(heard) - 70))
    assert [(one.start, one.end) for one in timeline.entries] == [(0, 1030), (2530, 3030), (3130, 3560)]
    assert [[word.frame for word in one.words] for one in timeline.entries] == [[30], [0], [0]]


def test_where_only_one_is_heard_the_words_of_others_are_left_out(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>Yes.", "3 4 <v Ben>No.", "5 6 <v Ann>Why?")
    first, _, third = Narration(document)
    pauses = {Pause.ANSWER: 300}
    heard, timeline = played(document, [first, third], SpeechStyle(pauses=pauses))
    assert 3000 not in heard
    assert 3500 not in heard
    assert timeline.entries[1].start == 30 + 1000 + 30 + 300


def test_a_long_gap_is_left_out(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>Yes.", "63 64 <v Ben>No.")
    _, timeline = played(document, source=CountingSource(70))
    assert timeline.frames == 2 * (30 + 1000 + 30)


def test_two_who_speak_at_once_are_heard_once(tmp_path: Path) -> None:
    cues = ("1 5 <v Ann>I was there in May.", "2 2.5 <v Ben>Really?", "4.5 6 <v Ben>In May then.")
    heard, timeline = played(read_vtt(tmp_path, *cues))
    assert heard[20:-50] == list(range(991, 991 + len(heard) - 70))
    assert [(one.start, one.end) for one in timeline.entries] == [(0, 4030), (4030, 4030), (4030, 5060)]


def test_what_is_cut_out_has_no_sound_of_the_words_beside_it(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2.99 <v Ann>Yes.", "3 4 <v Ben>No.", "4 5 <v Ann>Why?")
    heard, _ = played(document, list(Narration(document))[1:2])
    assert heard[20:-10] == list(range(3011, 3991))
    assert len(heard) == 10 + 1000


def test_a_whole_recording_is_heard_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "5 6 <v Ann>Yes.", "80 81 <v Ben>No.")
    engine = RecordingEngine(PlainEngine(), Recording(Path("talk.wav"), document), CountingSource(90), whole=True)
    pcm = bytearray()
    timeline = render_all(Narration(document), engine, CAST, SpeechStyle(), pcm.extend)
    assert array("h", bytes(pcm))[20:-20:2] == array("h", [at % 30_000 + 1 for at in range(10, 90_000 - 10)])
    assert [(one.start, one.end, one.words[0].frame) for one in timeline.entries] == [
        (0, 6000, 5000),
        (80_000, 81_000, 0),
    ]


def entries(timeline: Timeline) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in timeline.entries]


def whole(document: Document, seconds: float) -> tuple[list[int], Timeline]:
    """The left channel of a whole recording as it is heard, and the timeline."""
    recording, pcm = Recording(Path("talk.wav"), document), bytearray()
    engine = RecordingEngine(PlainEngine(), recording, CountingSource(seconds), whole=True)
    timeline = render_all(Narration(document), engine, CAST, SpeechStyle(), pcm.extend)
    return list(array("h", bytes(pcm))[::2]), timeline


def test_the_last_words_are_over_before_what_is_heard_after_them(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 9 <v Ann>One.", "5 12 <v Ann>Two.", "6 7 <v Carl>Yes.")
    heard, timeline = whole(document, 29)
    assert entries(timeline)[-1] == (12_000, 12_030)
    assert len(heard) == 29_000


def test_of_captions_in_another_order_each_has_its_own_sound(tmp_path: Path) -> None:
    cues = ("0 5 <v Ann>One.", "11.7 17 <v Ann>Two.", "5.7 11 <v Ben>Yes.", "17.5 20 <v Ben>No.")
    document = read_vtt(tmp_path, *cues)
    for heard, timeline in (played(document), whole(document, 29)):
        begins = [one.start + one.words[0].frame for one in timeline.entries]
        assert [heard[begin + 100] for begin in begins] == [101, 11_801, 5_801, 17_601]
        assert [end - start for start, end in entries(timeline)] == pytest.approx([5000, 5300, 5300, 2500], abs=61)
        assert heard.count(6_000) == 1
    assert heard[-100] == 28_901
    heard, timeline = whole(read_vtt(tmp_path, "10 12 <v Ann>One.", "1 3 <v Ben>Yes.", "20 19 <v Ann>Two."), 29)
    assert heard.count(2_000) == heard.count(11_000) == 1
    assert [heard[one.start + one.words[0].frame + 100] for one in timeline.entries] == [10_101, 1_101, 20_101]


def test_what_would_be_before_the_recording_is_said_by_a_voice(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 4 <v Ann>Yes.", "8 9.5 <v Ben>No.", "11 13 <v Ann>Why?")
    engine = RecordingEngine(
        PlainEngine(), Recording(Path("talk.wav"), document, TimeCorrection(-10.0)), CountingSource()
    )
    timeline = render_all(Narration(document), engine, CAST, SpeechStyle(), lambda pcm: None)
    assert [end - start for start, end in entries(timeline)] == [100, 100, 2060]


def test_a_reading_begins_with_a_sound_where_words_have_no_length(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 5 <v Ann>One.", "2 2 <00:00:02.000>Yes.", "2 4 <v Cem>No.")
    first, *others = document.times
    document = document._replace(times=(first, *(time._replace(end=time.start) for time in others)))
    said = list(Narration(document))[1]
    heard, timeline = played(document, [said])
    assert (len(heard), len(timeline.entries[0].words)) == (1, 1)


def test_it_begins_at_any_word(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 4 <v Ann>One <00:00:02.000>two <00:00:03.000>three.")
    engine = RecordingEngine(PlainEngine(), Recording(Path("talk.wav"), document), CountingSource())
    sounds: list[Sound] = []
    said = Narration(document).first()
    assert said
    render(said, engine, CAST, SpeechStyle(), lambda one: bool(sounds.append(one) or True), said.spoken.index("two"))
    assert array("h", sounds[0].pcm)[2 * 20] == 2021
    assert [(word.frame, word.start) for word in sounds[0].words] == [(0, 4), (1000, 8)]


def test_what_the_recording_lacks_is_said_by_a_voice(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>Yes.", "40 41 <v Ben>No no no.", "3 4 <v Ann>Why?")
    heard, timeline = played(document)
    assert [one.end - one.start for one in timeline.entries] == [1060, 300, 1030]
    assert len({*heard[1070:1350]}) == 1


def test_of_a_person_who_is_voiced_no_word_is_heard(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>Yes.", "3 4 <v Ben>No no no.", "5 6 <v Ann>Why?")
    ben = document.turns[1].speaker
    heard, _ = played(document, style=SpeechStyle(voiced=frozenset((ben,))))
    assert 1500 in heard
    assert 3500 not in heard
    _, timeline = played(document, style=SpeechStyle(recording=False))
    assert [one.end - one.start for one in timeline.entries] == [100, 300, 100]


def test_a_jump_to_what_was_to_come_next_begins_at_its_first_word(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 5 <v Ann>I was there in May.", "2 2.5 <v Ben>Really?")
    first, second = Narration(document)
    engine = RecordingEngine(PlainEngine(), Recording(Path("talk.wav"), document), CountingSource())
    lengths: list[int] = []

    def take(sound: Sound) -> bool:
        lengths.append(len(sound.pcm) // 4)
        return True

    render(first, engine, CAST, SpeechStyle(), lambda sound: True, neighbours=Neighbours(None, second))
    render(second, engine, CAST, SpeechStyle(), take)
    assert sum(lengths) == 500 + 30


def test_without_stereo_both_sides_are_heard_in_the_middle(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>Yes.", "3 4 <v Ben>No.")
    heard, _ = played(document, style=SpeechStyle(stereo=False))
    assert heard[100] == (1071 + 7) // 2


def test_a_voice_reads_on_where_the_recording_fails(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>Yes.", "3 4 <v Ben>No no.")
    source = CountingSource(fails_at=2.5)
    engine = RecordingEngine(PlainEngine(), Recording(Path("talk.wav"), document), source)
    first, second = Narration(document)
    render(first, engine, CAST, SpeechStyle(), lambda sound: True)
    with pytest.raises(RecordingFailed, match=r"^talk\.wav is gone\.$"):
        render(second, engine, CAST, SpeechStyle(), lambda sound: True)
    assert render(second, engine, CAST, SpeechStyle(), lambda sound: True) == 200
    engine.close()
    assert source.closed


def test_a_voice_is_as_loud_as_the_recording(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "0 0.3 <v Ann>Yes.", "40 41 <v Ben>No.")
    engine = RecordingEngine(PlainEngine(), Recording(Path("talk.wav"), document), CountingSource())
    sounds: list[Sound] = []
    render([*Narration(document)][1], engine, CAST, SpeechStyle(), lambda one: bool(sounds.append(one) or True))
    assert max(array("h", sounds[0].pcm)) == pytest.approx(5656 * 0.25, abs=2)  # no softer: its loudest is 300


def test_words_whose_times_are_guessed_are_told_apart(tmp_path: Path) -> None:
    _, timeline = played(read_vtt(tmp_path, "1 2 <v Ann>One two.", "3 4 <v Ben>One <00:00:03.500>two."))
    assert [[word.is_estimated for word in one.words] for one in timeline.entries] == [[True, True], [False, False]]


@pytest.mark.parametrize("speed", [0.5, 2.0, 3.0])
def test_words_are_heard_in_time_at_another_speed(tmp_path: Path, speed: float) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>Yes <00:00:01.600>sir.", "3.5 4 <v Ben>No.")
    engine = RecordingEngine(PlainEngine(), Recording(Path("t"), document), CountingSource())
    timeline = render_all(Narration(document), engine, CAST, SpeechStyle(speed), lambda pcm: None)
    heard = [one.start + word.frame for one in timeline.entries for word in one.words]
    assert heard == [pytest.approx((at - 970) / speed, abs=1) for at in (1000, 1600, 3500)]
    assert timeline.frames == pytest.approx((4030 - 970) / speed, abs=1)


def test_what_the_recording_lacks_may_be_silent(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>Yes.", "40 41 <v Ben>No no no.", "3 4 <v Ann>Why?")
    style = SpeechStyle(pauses={Pause.ANSWER: 200}, unrecorded_silent=True)
    heard, timeline = played(document, style=style)
    assert [one.end - one.start for one in timeline.entries] == [1060, 0, 1030]
    assert {*heard[1070:1250]} == {0}


def test_a_long_silence_is_shortened_where_that_is_wanted(tmp_path: Path) -> None:
    sound = with_hiss(40, speech(2), quiet(4), speech(2))
    document = read_vtt(tmp_path, "0.5 2 <v Ann>Yes.", "6 7 <v Ben>No.")
    engine = RecordingEngine(PlainEngine(), Recording(Path("t"), document), SamplesSource(sound))
    before = render_all(Narration(document), engine, CAST, SpeechStyle(), lambda pcm: None)
    after = render_all(Narration(document), engine, CAST, SpeechStyle(skip_silence=True), lambda pcm: None)
    shorter = (before.frames - after.frames) / engine.sample_rate
    assert shorter == pytest.approx(4 - 0.3 - 0.2, abs=0.15)
    assert after.entries[1].start == pytest.approx(before.entries[1].start - shorter * engine.sample_rate, abs=2)


def test_who_is_read_by_a_voice_is_not_silent_where_the_recording_lacks_words(tmp_path: Path) -> None:
    document = read_vtt(tmp_path, "1 2 <v Ann>Yes.", "3 4 <v Ben>No no no.", "5 6 <v Ann>Why?")
    style = SpeechStyle(voiced=frozenset((document.turns[1].speaker,)), unrecorded_silent=True)
    _, timeline = played(document, style=style)
    assert timeline.entries[1].end - timeline.entries[1].start == 300
