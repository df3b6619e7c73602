"""Piper itself, on a small model made here: its speakers, its speed, the times of its words, its loudness."""

from __future__ import annotations

import json
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from tests.e2e.conftest import needs
from tui_reader.casting.voice import PiperSettings, Voice
from tui_reader.errors import EngineError
from tui_reader.tts import samples
from tui_reader.tts.engine import Chunk, WordMark
from tui_reader.tts.engine_watchdog import with_watchdog
from tui_reader.tts.piper_engine import SAMPLE_RATE, PiperEngine

pytestmark = pytest.mark.e2e

HOP = 256
WIDTH = 4
"""Hops of each phoneme at speed 1."""
TEXT = "Nine big dogs ran home."


def make_model(folder: Path, name: str, speakers: int = 2) -> Path:
    """A voice that hums each phoneme for `WIDTH` hops, each speaker 200 Hz higher; blanks and padding are silent."""
    import numpy
    import onnx
    from onnx import TensorProto, helper, numpy_helper
    from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP as IDS

    def constant(name: str, value: object, kind: type = numpy.float32) -> onnx.TensorProto:
        return numpy_helper.from_array(numpy.array(value, dtype=kind), name)

    node = helper.make_node
    nodes = [
        node("Gather", ["scales", "one"], ["length_scale"]),
        node("Mul", ["length_scale", "hops"], ["width"]),
        node("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        node("Mul", ["ids", "zero"], ["nothing"]),
        node("Add", ["nothing", "width"], ["widths"]),
        node("Ceil", ["widths"], ["w_ceil"]),
        node("ReduceMax", ["w_ceil"], ["hop_count"], keepdims=0),
        node("Mul", ["hop_count", "hop"], ["samples_each"]),
        node("Cast", ["samples_each"], ["each"], to=TensorProto.INT64),
        node("LessOrEqual", ["ids", "last_silent"], ["is_silent"]),
        node("Where", ["is_silent", "zero", "loud"], ["heights"]),
        node("Unsqueeze", ["heights", "axis"], ["column"]),
        node("Reshape", ["each", "axis_one"], ["each_list"]),
        node("Concat", ["ones", "each_list"], ["shape"], axis=0),
        node("Expand", ["column", "shape"], ["spread"]),
        node("Reshape", ["spread", "flat"], ["envelope"]),
        node("Shape", ["envelope"], ["length"]),
        node("Squeeze", ["length"], ["total"]),
        node("Range", ["start", "total", "step"], ["times"]),
        node("Cast", ["times"], ["seconds"], to=TensorProto.FLOAT),
        node("Cast", ["sid" if speakers > 1 else "zero_id"], ["who"], to=TensorProto.FLOAT),
        node("Mul", ["who", "higher"], ["above"]),
        node("Add", ["above", "lowest"], ["turns"]),
        node("Mul", ["seconds", "turns"], ["phase"]),
        node("Sin", ["phase"], ["wave"]),
        node("Mul", ["wave", "envelope"], ["sound"]),
        node("Reshape", ["sound", "four"], ["output"]),
    ]
    turn = 2 * 3.14159265 / SAMPLE_RATE
    whole = numpy.int64
    constants = [
        constant("one", 1, whole), constant("hops", float(WIDTH)), constant("zero", 0.0), constant("hop", float(HOP)),
        constant("last_silent", float(IDS[" "][0])), constant("loud", 0.5), constant("axis", [2], whole),
        constant("axis_one", [1], whole), constant("ones", [1, 1], whole), constant("flat", [-1], whole),
        constant("start", 0, whole), constant("step", 1, whole), constant("higher", 200 * turn),
        constant("lowest", 200 * turn), constant("four", [1, 1, 1, -1], whole), constant("zero_id", [0], whole),
    ]  # fmt: skip
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "n"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    if speakers > 1:
        inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, [1]))
    output = helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, 1, "t"])
    graph = helper.make_graph(nodes, "hum", inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    path = folder / f"{name}.onnx"
    onnx.save(model, str(path))
    config = {
        "audio": {"sample_rate": SAMPLE_RATE}, "espeak": {"voice": "en-us"}, "num_symbols": 256, "phoneme_id_map": IDS,
        "num_speakers": speakers, "inference": {}, "hop_length": HOP, "speaker_id_map": {},
    }  # fmt: skip
    Path(f"{path}.json").write_text(json.dumps(config))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one voice of two speakers."""
    needs("piper", "onnx")
    make_model(tmp_path, "hum")
    return tmp_path


def said(engine: PiperEngine, text: str, voice: Voice, speed: float = 1.0) -> tuple[bytes, list[WordMark]]:
    """All that the engine gives."""
    chunks: list[Chunk] = []
    engine.synthesise(text, voice, speed, lambda chunk: chunks.append(chunk) or True)
    return b"".join(chunk.pcm for chunk in chunks), [mark for chunk in chunks for mark in chunk.marks]


def pitch(pcm: bytes) -> float:
    """Hz, by the crossings of zero in the loud part."""
    wave = [sample for sample in array("h", pcm) if abs(sample) > 50]
    return sum((a < 0) != (b < 0) for a, b in pairwise(wave)) * SAMPLE_RATE / 2 / len(wave)


def test_each_word_is_where_its_sound_begins(folder: Path) -> None:
    pcm, marks = said(PiperEngine(folder), TEXT, Voice("a", "A"))
    assert [TEXT[mark.offset :].split(maxsplit=1)[0] for mark in marks] == TEXT.split()
    wave = array("h", pcm)
    for mark in marks[1:]:
        assert samples.peak(wave[mark.sample - 2 * HOP : mark.sample - 30].tobytes()) == 0
        assert samples.peak(wave[mark.sample : mark.sample + 2 * HOP].tobytes()) > 1000


def test_speakers_of_one_model_differ_and_voices_share_them(folder: Path) -> None:
    engine = PiperEngine(folder)
    low, high = (Voice(name, name, piper=PiperSettings("hum", number)) for number, name in enumerate("ab"))
    assert 1.5 < pitch(said(engine, TEXT, high)[0]) / pitch(said(engine, TEXT, low)[0]) < 2.5
    shared = {round(pitch(said(engine, TEXT, Voice(name, name))[0]) / 200) for name in ("x", "y")}
    assert shared == {1, 2}


def test_twice_the_speed_is_half_as_long_at_the_same_pitch(folder: Path) -> None:
    engine, voice = PiperEngine(folder), Voice("a", "A", piper=PiperSettings("hum"))
    slow, fast = said(engine, TEXT, voice)[0], said(engine, TEXT, voice, 2.0)[0]
    assert abs(len(slow) / len(fast) - 2) < 0.1
    assert abs(pitch(slow) / pitch(fast) - 1) < 0.05


def test_it_is_as_loud_as_the_other_voices(folder: Path) -> None:
    assert abs(samples.rms_dbfs(said(PiperEngine(folder), TEXT, Voice("a", "A"))[0]) + 22) < 1.5


def test_phonemes_in_a_document_are_read_as_text(folder: Path) -> None:
    engine, voice = PiperEngine(folder), Voice("a", "A")
    assert said(engine, "one [[ two ]] three", voice)[0] == said(engine, "one    two ]] three", voice)[0]


def test_several_sentences_have_their_words_in_order(folder: Path) -> None:
    text = "Yes. We do, I think. And then?"
    pcm, marks = said(PiperEngine(folder), text, Voice("a", "A"))
    assert [text[mark.offset :].split(maxsplit=1)[0] for mark in marks] == text.split()
    assert [mark.sample for mark in marks] == sorted(mark.sample for mark in marks)
    assert marks[-1].sample < len(pcm) // 2


def test_a_voice_by_its_path_and_one_that_is_missing(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    engine = PiperEngine(elsewhere)
    assert said(engine, TEXT, Voice("a", "A", piper=PiperSettings(str(folder / "hum.onnx"))))[0]
    with pytest.raises(EngineError, match=r"The Piper voice alan is not in .*elsewhere"):
        said(engine, TEXT, Voice("b", "B", piper=PiperSettings("alan")))
    with pytest.raises(EngineError, match=r"Piper has no voice: put NAME.onnx"):
        said(engine, TEXT, Voice("c", "C"))
    (elsewhere / "broken.onnx").write_bytes(b"no model")
    with pytest.raises(EngineError, match=r"broken.onnx cannot be loaded"):
        said(engine, TEXT, Voice("d", "D", piper=PiperSettings("broken")))


def test_it_is_watched(folder: Path) -> None:
    engine = with_watchdog(lambda: PiperEngine(folder))
    chunks: list[Chunk] = []
    engine.synthesise(TEXT, Voice("a", "A"), 1.0, lambda chunk: bool(chunks.append(chunk)))
    assert len(chunks) == 1
    engine.close()
