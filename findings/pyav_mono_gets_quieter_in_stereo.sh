#!/usr/bin/env bash
# PyAV's resampler makes a mono sound 3 dB quieter when it is given to two channels, and does not give them back.
#
# Guess beforehand: each of the two channels holds the samples of the one, as in audioop.tostereo or a player that plays a
# mono file on two loudspeakers; mono to stereo and back is the sound that it was.
# Seen with PyAV 18.1.0: samples of 10000 are 7071 in both channels; two channels of 10000 are 10000 in one. So a sound
# that goes both ways loses 3 dB.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check av==18.1.0 'numpy==2.3.5'
cat >"$folder/try.py" <<'PYTHON'
import sys

import av
import numpy


def resampled(samples, before, after):
    frame = av.AudioFrame.from_ndarray(samples, format="s16", layout=before)
    frame.rate = 44_100
    (made,) = av.AudioResampler(format="s16", layout=after, rate=44_100).resample(frame)
    return made.to_ndarray()


two = resampled(numpy.full((1, 1000), 10_000, numpy.int16), "mono", "stereo")
one = resampled(numpy.full((1, 2000), 10_000, numpy.int16), "stereo", "mono")
back = resampled(two, "stereo", "mono")
heights = [int(sound.max()) for sound in (two, one, back)]
print(f"mono to stereo {heights[0]}, stereo to mono {heights[1]}, mono to stereo and back {heights[2]}")
sys.exit(0 if heights == [7071, 10_000, 7071] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
