#!/usr/bin/env bash
# How long an MP3 of variable bit rate is, without a tag that says so: four of five libraries are three times wrong.
#
# Guess beforehand: FFmpeg guesses by the bit rate of the first frames; libraries that are made to tell the length of music
# (mutagen, tinytag) and libsndfile, which must know its frames to seek, look through the file.
# Seen with PyAV 18.1.0, mutagen 1.48.1, tinytag 2.3.2, soundfile 0.14.0 and miniaudio 1.71, on 120 seconds in which
# silence and noise change each ten seconds: four say about 417 seconds, miniaudio 120. At a constant bit rate soundfile
# says 0.3 seconds too much, the others are right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check av==18.1.0 mutagen==1.48.1 tinytag==2.3.2 soundfile==0.14.0 \
  miniaudio==1.71 'numpy==2.3.5'
cat >"$folder/try.py" <<'PYTHON'
import sys

import av
import miniaudio
import mutagen.mp3
import numpy
import soundfile
import tinytag

RATE, SECONDS, FRAME = 44_100, 120, 1_152


def written(path, **options):
    noise = numpy.random.default_rng(1)
    with av.open(path, "w", options={"write_xing": "0", "id3v2_version": "0"}) as file:
        stream = file.add_stream("libmp3lame", rate=RATE)
        stream.layout = "stereo"
        stream.options = options
        for at in range(0, SECONDS * RATE, FRAME):
            height = 8_000 if at // RATE % 20 >= 10 else 0
            samples = (noise.standard_normal((1, 2 * FRAME)) * height).astype(numpy.int16)
            frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="stereo")
            frame.rate, frame.pts = RATE, at
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    with av.open(path) as file:
        lengths = {"PyAV": file.duration / 1_000_000}
    lengths["mutagen"] = mutagen.mp3.MP3(path).info.length
    lengths["tinytag"] = tinytag.TinyTag.get(path).duration
    lengths["soundfile"] = soundfile.info(path).duration
    lengths["miniaudio"] = miniaudio.get_file_info(path).duration
    print({name: round(seconds, 2) for name, seconds in lengths.items()})
    return lengths


constant = written(f"{sys.argv[1]}/constant.mp3", b="128000")
varying = written(f"{sys.argv[1]}/varying.mp3", global_quality="200", flags="+qscale", b="0")
wrong = [name for name, seconds in varying.items() if abs(seconds - SECONDS) > SECONDS]
as_seen = wrong == ["PyAV", "mutagen", "tinytag", "soundfile"] and all(abs(one - SECONDS) < 1 for one in constant.values())
sys.exit(0 if as_seen and abs(varying["miniaudio"] - SECONDS) < 1 else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
