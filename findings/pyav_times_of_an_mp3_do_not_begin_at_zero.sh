#!/usr/bin/env bash
# PyAV: the first sample of an MP3 has not the time 0, so a place that is sought by time is heard 23 milliseconds early.
#
# Guess beforehand: samples that the encoder put before the sound are left out by its tag, as the decoded length is exact; so the
# first sample that is left has the time 0, and sample n the time n / rate, as in WAV, FLAC and M4A.
# Seen with PyAV 18.1.0: the length is exact, and the times begin at 0.023 (1,105 samples of 48,000): a click at 10.5 s by the samples, which
# miniaudio 1.71 finds there too, has the time 10.523. Whoever seeks by time must take off `start_time`; FLAC and M4A need nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check av==18.1.0 miniaudio==1.71 numpy==2.3.5
cat >"$folder/try.py" <<'PYTHON'
import sys

import av
import miniaudio
import numpy

RATE, FRAME = 48_000, 960
sound = numpy.zeros(20 * RATE, numpy.int16)
sound[10 * RATE + RATE // 2 :][:480] = (numpy.sin(numpy.arange(480) * 2 * numpy.pi / 48) * 20_000).astype(numpy.int16)


def click(samples):
    heights = numpy.abs(samples.astype(float))
    return int(numpy.argmax(heights > heights.max() * 0.2)) / RATE


def times(path):
    """Where the click is by the samples, and by the time of the first sample after a seek to 10 seconds."""
    found = []
    for seek in (None, 10):
        with av.open(path) as file:
            stream = file.streams.audio[0]
            if seek is not None:
                file.seek(int(seek / stream.time_base), stream=stream)
            frames = list(file.decode(stream))
        resampler = av.AudioResampler("s16", "mono", RATE)
        samples = numpy.concatenate([part.to_ndarray()[0] for frame in frames for part in resampler.resample(frame)])
        found.append(click(samples) + (0 if seek is None else float(frames[0].pts * frames[0].time_base)))
    return [round(one, 3) for one in found]


seen = {}
for form, codec in {"mp3": "libmp3lame", "flac": "flac", "m4a": "aac"}.items():
    path = f"{sys.argv[1]}/sound.{form}"
    with av.open(path, "w") as file:
        stream = file.add_stream(codec, rate=RATE)
        stream.layout = "mono"
        for at in range(0, len(sound), FRAME):
            frame = av.AudioFrame.from_ndarray(sound[None, at : at + FRAME], format="s16", layout="mono")
            frame.rate, frame.pts = RATE, at
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    seen[form] = times(path)
decoded = miniaudio.decode_file(f"{sys.argv[1]}/sound.mp3", nchannels=1, sample_rate=RATE)
seen["mp3 by miniaudio"] = [round(click(numpy.frombuffer(decoded.samples, numpy.int16)), 3)]
print(seen)
right = [10.5, 10.5]
sys.exit(0 if seen == {"mp3": [10.5, 10.523], "flac": right, "m4a": right, "mp3 by miniaudio": [10.5]} else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
