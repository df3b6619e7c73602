"""What the person has set of speech-dispatcher is the start, heard: the true speed, and the narrator's voice."""

from __future__ import annotations

import time
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.support.sound_server import RATE, Recorder, SoundServer
from tests.support.speech_dispatcher import SpeechDispatcher
from tui_reader.casting.voice import EspeakSettings, Voice
from tui_reader.tts import samples
from tui_reader.tts.engine import SpeechProgress, SpeechReport
from tui_reader.tts.speech_dispatcher_engine import SpeechDispatcherEngine
from tui_reader.voice_lab.pitch import median_pitch

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

LONG = "The committee met in the morning and talked about the ships that came in over the quiet sea."


def hear(
    engine: SpeechDispatcherEngine, reports: SimpleQueue[SpeechReport], text: str, voice: Voice, speed: float = 1.0
) -> None:
    """Have a text said to its end."""
    message = engine.say(text, [], voice, speed, 1.0)
    while (report := reports.get(timeout=60)).message != message or report.progress is not SpeechProgress.ENDED:
        pass


@pytest.mark.parametrize("own", [-50, 0, 30])
def test_speed_is_true_at_the_sink_and_from_the_person_s_own_rate(
    sound: SoundServer, recorder: Recorder, tmp_path: Path, own: int
) -> None:
    dispatcher = SpeechDispatcher(tmp_path / "speech", sound, own=f"DefaultRate {own}\n")
    reports: SimpleQueue[SpeechReport] = SimpleQueue()
    engine = SpeechDispatcherEngine(reports.put, dispatcher.environment)
    lengths = {}
    fastest = 1.6 if own == 30 else 1.8  # 449 words a minute are the most that it can
    try:
        for speed in (1.0, 0.7, 1.4, fastest):
            start = recorder.frames
            hear(engine, reports, LONG, Voice("aes", "AES", espeak=EspeakSettings("en-us+m3")), speed)
            time.sleep(0.5)
            loud = [frame for frame, height in enumerate(recorder.mono(start)) if height > 300]
            lengths[speed] = (loud[-1] - loud[0]) / RATE
    finally:
        engine.close()
        dispatcher.close()
    paces = {speed: lengths[1.0] / length for speed, length in lengths.items()}
    print(f"own rate {own}: {paces}")
    assert all(pace == pytest.approx(speed, rel=0.05) for speed, pace in paces.items())


def test_the_narrator_has_the_person_s_own_voice_again_after_a_speaker(
    sound: SoundServer, recorder: Recorder, tmp_path: Path
) -> None:
    own = 'DefaultVoiceType "FEMALE2"\nDefaultLanguage "en-GB"\nDefaultPitch 10\n'
    dispatcher = SpeechDispatcher(tmp_path / "speech", sound, own=own)
    reports: SimpleQueue[SpeechReport] = SimpleQueue()
    engine = SpeechDispatcherEngine(reports.put, dispatcher.environment)
    man, narrator = Voice("gwb", "GWB", espeak=EspeakSettings("en-us+klatt6", pitch=28)), Voice("narrator", "Narrator")
    pitches = []
    try:
        for voice in (narrator, man, narrator):
            start = recorder.frames
            hear(engine, reports, LONG[:60], voice)
            time.sleep(0.3)
            pitches.append(median_pitch(samples.to_mono(recorder.pcm(start, recorder.frames), 2, 2, RATE, RATE), RATE))
    finally:
        engine.close()
        dispatcher.close()
    print(f"pitches {[round(pitch) for pitch in pitches]} Hz")
    first, other, again = pitches
    assert first == pytest.approx(again, rel=0.05) and first / other > 1.5
