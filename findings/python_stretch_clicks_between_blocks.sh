#!/usr/bin/env bash
# python-stretch begins anew at each call, so sound that is given to it in blocks clicks at every seam.
#
# Guess beforehand: the C++ library that it wraps is made for streams, and the object has `reset`, `inputLatency` and
# `outputLatency`, so blocks given one after the other come out as one sound.
# Seen with python-stretch 0.3.1: ten blocks a second of a steady tone of height 0.5 have jumps of more than 0.25 between
# two samples, where the tone slowed down in one call has none above 0.035. The length is the same to the sample.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check python-stretch==0.3.1 'numpy==2.3.5'
cat >"$folder/try.py" <<'PYTHON'
import sys

import numpy
from python_stretch.Signalsmith import Stretch

RATE, BLOCK = 44_100, 4_410
tone = (0.5 * numpy.sin(2 * numpy.pi * 440 * numpy.arange(2 * RATE) / RATE)).astype(numpy.float32)[None]


def stretcher():
    made = Stretch()
    made.preset(1, RATE)
    made.setTimeFactor(1.5)
    return made


def highest_jump(sound):
    return float(numpy.abs(numpy.diff(sound[0]))[RATE // 10 : -RATE // 10].max())


whole = stretcher().process(tone)
one = stretcher()
blocks = [one.process(numpy.ascontiguousarray(tone[:, at : at + BLOCK])) for at in range(0, tone.shape[1], BLOCK)]
joined = numpy.concatenate(blocks, axis=1)
print(f"one call: {whole.shape[1]} samples, highest jump {highest_jump(whole):.3f}")
print(f"in blocks: {joined.shape[1]} samples, highest jump {highest_jump(joined):.3f}")
sys.exit(0 if highest_jump(whole) < 0.035 and highest_jump(joined) > 0.25 and joined.shape == whole.shape else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
