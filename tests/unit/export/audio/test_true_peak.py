"""True peaks of sound files: at most -1 dBTP in every form."""

from __future__ import annotations

import os
import random
from array import array
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from tests.support.dialogue_builder import Dialogue
from tests.support.renderings import rendering
from tui_reader.export.audio import held_peaks, m4b_writer, mp3_writer, opus_writer, true_peak
from tui_reader.export.audio.loudness import at_loudness
from tui_reader.export.rendering import Rendering
from tui_reader.tts import samples


def loud() -> Rendering:
    """A second of noise at full scale, whose peaks between samples and after encoding are far higher."""
    made = rendering(Dialogue().turn("ANNE", "Yes.").document())
    rate, noise = made.timeline.sample_rate, random.Random(3)
    pcm = array("h", (noise.choice((-32000, 32000)) for _ in range(2 * rate))).tobytes()
    timed = replace(made.timeline.entries[0], start=0, end=rate)
    return replace(made, timeline=replace(made.timeline, frames=rate, entries=(timed,)), sound=BytesIO(pcm))


class TestWithPyav:
    @pytest.fixture(autouse=True)
    def _with_pyav(self) -> None:
        if not os.environ.get("CI"):
            pytest.importorskip("av")

    @pytest.mark.parametrize("writer", [opus_writer, mp3_writer, m4b_writer])
    def test_encoded_files_are_below(self, writer: object) -> None:
        import av

        made, file = at_loudness(loud(), -16, BytesIO()), BytesIO()
        assert true_peak.true_peak(loud()) > 0 and true_peak.true_peak(made) <= true_peak.HIGHEST
        writer.write(file, made)  # type: ignore[attr-defined]
        file.seek(0)
        with av.open(file, "r") as container:
            graph, stream = av.filter.Graph(), container.streams.audio[0]
            chain = [graph.add_abuffer(template=stream), graph.add("aresample", "192000"),
                     graph.add("aformat", "sample_fmts=flt"), graph.add("abuffersink")]  # fmt: skip
            graph.link_nodes(*chain).configure()
            highest = 0.0
            for frame in container.decode(stream):
                graph.push(frame)
                while True:
                    try:
                        part: Any = graph.pull()
                    except (BlockingIOError, EOFError):
                        break
                    highest = max(highest, *map(abs, array("f", bytes(part.planes[0])[: 8 * part.samples])))
        assert highest <= 10 ** (-1 / 20)


def test_a_sentence_that_is_too_high_is_lower_and_others_are_as_played() -> None:
    made, sound = loud(), BytesIO()
    held = held_peaks.held_below_peak(made, sound)
    assert held.sound is sound and samples.peak(sound.getvalue()) <= held_peaks.HIGHEST
    assert len(sound.getvalue()) == made.timeline.frames * samples.FRAME_BYTES
    assert held_peaks.held_below_peak(held, BytesIO()) is held
