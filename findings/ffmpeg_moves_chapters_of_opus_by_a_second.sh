#!/usr/bin/env bash
# FFmpeg writes a chapter of Ogg Opus that begins in the second half of a second one second late, and none at all into FLAC and WAV.
#
# Guess beforehand: chapters that FFmpeg takes from a metadata file are written into each form that has a way to hold them (Vorbis
# comments, ID3, Matroska), to the millisecond; where there is no way it says so.
# Seen with FFmpeg 9.0.2 (imageio-ffmpeg 0.8.1), read by PyAV 18.1.0 and by eye: 1.5 s is written as CHAPTER001=00:00:02.500 into Opus, 61.25 as
# 00:01:01.250; MP3 and Matroska have both right; FLAC, whose Vorbis comments could hold them, and WAV get none, without a message.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check av==18.1.0 imageio-ffmpeg==0.8.1
cat >"$folder/try.py" <<'PYTHON'
import subprocess
import sys

import av
import imageio_ffmpeg

STARTS = [0.0, 1.5, 61.25]
folder = sys.argv[1]
with open(f"{folder}/chapters", "w") as file:
    file.write(";FFMETADATA1\n")
    for start, end in zip(STARTS, [*STARTS[1:], 75.0], strict=True):
        file.write(f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={int(start * 1000)}\nEND={int(end * 1000)}\ntitle=From {start}\n")
found = {}
for form, codec in {"opus": "libopus", "mka": "libopus", "mp3": "libmp3lame", "flac": "flac", "wav": "pcm_s16le"}.items():
    path = f"{folder}/sound.{form}"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "warning", "-f", "lavfi", "-i", "sine=d=75", "-i", f"{folder}/chapters"]
    said = subprocess.run([*command, "-map_metadata", "1", "-c:a", codec, path], capture_output=True, text=True, check=True)
    with av.open(path) as sound:
        found[form] = [float(chapter["start"] * chapter["time_base"]) for chapter in sound.chapters()]
    print(f"{form}: {found[form]} {said.stderr.strip()}")
with open(f"{folder}/sound.opus", "rb") as file:
    print("in the file:", b"CHAPTER001=00:00:02.500" in file.read())
sys.exit(0 if found == {"opus": [0.0, 2.5, 61.25], "mka": STARTS, "mp3": STARTS, "flac": [], "wav": []} else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
