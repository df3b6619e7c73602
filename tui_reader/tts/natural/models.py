"""The models of human voices that are on this computer, and one of them loaded: phonemes in, vocoder parameters out.

hibari-tts brings the model "heart"; others are there if the person has fetched them with it. Nothing is fetched here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tui_reader.errors import EngineError
from tui_reader.named_tuple import NamedTuple

BUNDLED = "heart"
"""The model that is in the package."""
FRAME = 300
"""Samples from one frame of the vocoder to the next, at RATE."""
RATE = 24_000
"""Hz of the sound that the vocoder makes."""
LINE = 20.0
"""Hz from one line of a spectrum to the next."""
VOICED = 40.0
"""Hz below which a frame has no pitch."""
_TRACT = {"male": 1.15}
"""The length of the vocal tract of models, as a factor of that of a woman."""
_DURATIONS = "/Cast_32_output_0"
"""The inner tensor of hibari-tts 0.2 that says how long each phoneme is."""
_UNIT = 2
"""Frames of one step of a duration."""
_OUTPUTS = ("lh", "theta", "ln", "lr", "phi", "f0")
_SAMPLE = "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˌOvəɹ ðə lˈAzi dˈɔɡ."
"""What a model says silently when it is loaded: for its pitch, and to try its durations."""


class FoundModel(NamedTuple):
    """A model that can be loaded."""

    name: str
    path: Path
    gender: str
    """"male" or "female"."""
    british: bool


class Parameters(NamedTuple):
    """What the vocoder makes sound of, frame by frame: five spectra of 601 lines, and the pitch.

    The spectra are [lines, frames], as hibari describes them: logarithms of height of the harmonic part, of the noise
    and of the rest, and the phases of the first and the last.
    """

    harmonic: Any
    harmonic_phase: Any
    noise: Any
    rest: Any
    rest_phase: Any
    pitch: Any
    """Hz a frame, 0 where there is none."""

    @property
    def frames(self) -> int:
        """How many there are."""
        return int(self.pitch.shape[0])


def found_models() -> dict[str, FoundModel]:
    """The models on this computer by name. Raises EngineError when hibari-tts cannot be used."""
    try:
        from hibari.voices import VOICES, voice_path
    except ImportError as error:
        raise EngineError(f"The human voices are not installed ({error}): pip install 'tui-reader[natural]'.") from None
    found = {}
    for name, about in VOICES.items():
        try:
            path = Path(voice_path(name, download_missing=False))
        except FileNotFoundError:
            continue
        found[name] = FoundModel(name, path, str(about.get("gender", "")), bool(about.get("british")))
    return found


class Model:
    """A loaded model."""

    def __init__(self, found: FoundModel) -> None:
        """Raises EngineError when the file is no model of this kind."""
        self.british = found.british
        self.tract = _TRACT.get(found.gender, 1.0)
        """The length of its vocal tract, as a factor of that of a woman."""
        try:
            self._session, self.times_words = _session(found.path.read_bytes())
            self._ids = _vocabulary()
            parameters, durations = self.speak(list(filter(self.knows, _SAMPLE)), 1.0)
        except Exception as error:
            raise EngineError(f"The human voice {found.path} cannot be loaded: {error}.") from error
        self.times_words = durations is not None
        self.level = _level(parameters)
        """dBFS RMS of what it says, beside that of other models."""
        self.pitch = _median_pitch(parameters)
        """Hz, its usual one."""

    def knows(self, phoneme: str) -> bool:
        """Whether it has this phoneme."""
        return phoneme in self._ids

    def speak(
        self, phonemes: Iterable[str], speed: float, options: Any = None
    ) -> tuple[Parameters, Sequence[int] | None]:
        """What the vocoder is given for these phonemes, which it has all, and the frames that each of them takes.

        `speed` is 0.5 to 1, where 1 is its own; `options` are RunOptions of onnxruntime, which can end it early. The
        frames begin and end with those of the silence around the phonemes; None where the model does not tell them.
        """
        import numpy

        ids = [0, *map(self._ids.__getitem__, phonemes), 0]
        given = {"ids": numpy.asarray([ids], numpy.int64), "speed": numpy.asarray([speed], numpy.float32)}
        wanted = [*_OUTPUTS, *([_DURATIONS] if self.times_words else [])]
        made = self._session.run(wanted, given, options)
        parameters = Parameters(*(array[0] for array in made[: len(_OUTPUTS)]))
        if not self.times_words:
            return parameters, None
        durations = [_UNIT * int(steps) for steps in made[-1].reshape(-1)]
        fits = len(durations) == len(ids) and sum(durations) == parameters.frames
        return parameters, durations if fits else None


def _session(model: bytes) -> tuple[Any, bool]:
    """A session, and whether it gives durations."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # Without them memory grows to that of the longest sentence and stays there; it takes no more time.
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    timed = _DURATIONS.encode() in model
    data = model + _as_output(_DURATIONS) if timed else model
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"]), timed


def _as_output(tensor: str) -> bytes:
    """What is put behind a model's bytes to make an inner tensor one of its outputs.

    A message of protobuf may be given in parts: ModelProto.graph (7) with GraphProto.output (12), a ValueInfoProto
    with a name (1). The name is short, so that each length is one byte.
    """
    part = tensor.encode()
    for field in (1, 12, 7):
        part = bytes((field << 3 | 2, len(part))) + part
    return part


def _vocabulary() -> dict[str, int]:
    """The number of each phoneme."""
    import hibari

    path = Path(hibari.__file__).with_name("assets") / "vocab.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _level(parameters: Parameters) -> float:
    """How loud the sound is that the harmonics make, which are nearly all of it."""
    import numpy

    heights = numpy.exp(2 * numpy.minimum(parameters.harmonic[:, parameters.pitch > VOICED], 7))
    return float(10 * numpy.log10(heights.sum(axis=0).mean()))


def _median_pitch(parameters: Parameters) -> float:
    import numpy

    pitch = parameters.pitch
    return float(numpy.median(pitch[pitch > VOICED]))
