"""The vocoder that turns a model's parameters into sound, and what makes another character of a voice on the way.

Pitch, length of the vocal tract, breath and tempo are changed in the parameters, before there is any sound, so that the
pitch moves without the formants and time without the pitch. Knows no text.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from tui_reader.tts.natural.models import FRAME, LINE, RATE, VOICED, Model, Parameters

if TYPE_CHECKING:
    from tui_reader.casting.voice import NaturalSettings

_UNVOICED = 100.0
"""Hz of the steps at which the spectrum of a frame without pitch is read."""
_TREMOR = 5.2
"""Hz of an old voice's tremor."""


def changed(given: Parameters, model: Model, character: NaturalSettings, tempo: float) -> Parameters:
    """The parameters in which a character speaks that were a model's, `tempo` times as fast."""
    pitch = character.pitch / model.pitch if character.pitch else 1.0
    tract = character.tract / model.tract if character.tract else 1.0
    import numpy

    lines = given.harmonic.shape[0]
    line = numpy.arange(lines)
    frame = numpy.arange(max(1, round(given.frames / tempo)))
    source = numpy.clip(numpy.rint((frame + 0.5) * tempo - 0.5).astype(int), 0, given.frames - 1)
    given = Parameters(*(array[..., source] for array in given))
    from_line = line * tract
    near = numpy.minimum(numpy.rint(from_line).astype(int), lines - 1)
    # The phase of the rest turns from frame to frame by a quarter for each line: as it does where it is put.
    quarters = (line[:, None] * frame - near[:, None] * source) % 4
    harmonic, harmonic_phase = _between_harmonics(given, from_line)
    higher = _tilt(line, character.tilt)
    return Parameters(
        harmonic + higher,
        harmonic_phase,
        given.noise[near] + higher + numpy.float32(_nepers(character.breath)),
        given.rest[near] + higher,
        given.rest_phase[near] + (quarters * (math.pi / 2)).astype(numpy.float32),
        _pitch(given.pitch, model.pitch, pitch, character),
    )


def sound(parameters: Parameters) -> Any:
    """The sound of parameters: samples at RATE as floats, mostly within -1 to 1. The same each time."""
    import numpy
    from hibari import dsp

    return dsp.synth(*parameters, numpy.random.default_rng(0))


def _between_harmonics(given: Parameters, from_line: Any) -> tuple[Any, Any]:
    """The spectrum and phase of the harmonic part at other lines, along straight lines between its harmonics.

    Only at the harmonics of its own pitch does the net know them; between these it says anything.
    """
    import numpy

    lines = given.harmonic.shape[0]
    step = numpy.where(given.pitch > VOICED, given.pitch, _UNVOICED) / numpy.float32(LINE)
    at = from_line[:, None].astype(numpy.float32) / step
    below = numpy.clip(numpy.floor(at), 1, numpy.floor((lines - 1) / step) - 1)
    part = numpy.clip(at - below, 0, 1)
    lower = numpy.rint(below * step).astype(int)
    upper = numpy.minimum(numpy.rint((below + 1) * step).astype(int), lines - 1)
    frame = numpy.arange(lower.shape[1])
    height, phase = given.harmonic, given.harmonic_phase
    return (
        height[lower, frame] * (1 - part) + height[upper, frame] * part,
        phase[lower, frame] * (1 - part) + phase[upper, frame] * part,
    )


def _tilt(line: Any, tilt: float) -> Any:
    """Nepers that each line is made higher, as a column."""
    import numpy

    octaves = numpy.log2(numpy.maximum(line, 5) * LINE / 500)
    return numpy.clip(_nepers(1.0) * tilt * octaves, -4.6, 2.3)[:, None].astype(numpy.float32)


def _pitch(given: Any, usual: float, factor: float, character: NaturalSettings) -> Any:
    """The pitch of each frame, in Hz, `factor` times as high; `usual` in Hz is the model's."""
    import numpy

    voiced = given > VOICED
    from_usual = character.liveliness * numpy.log(numpy.where(voiced, given, usual) / usual)
    if character.tremor:
        turns = numpy.arange(len(given)) * (FRAME / RATE) * _TREMOR
        from_usual = from_usual + character.tremor * numpy.sin(2 * math.pi * turns)
    return numpy.where(voiced, usual * factor * numpy.exp(from_usual), 0).astype(numpy.float32)


def _nepers(decibels: float) -> float:
    return decibels * math.log(10) / 20
