#!/usr/bin/env bash
# pyttsx3 on Linux: the place of a spoken word is one character too far, and a file named .mp3 is a WAV.
#
# Guess beforehand: `location` and `length` of "started-word" cut the word out of the text that was given (Python counts from 0);
# `save_to_file` writes what the name's ending says, or refuses it.
# Seen with pyttsx3 2.99 and espeakng-loader 0.2.4: the places are espeak-ng's own, which count from 1, so each word lacks its first letter
# and has the blank behind it; "talk.mp3" begins with RIFF.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyttsx3==2.99 espeakng-loader==0.2.4
data=$("$folder/venv/bin/python" -c 'import espeakng_loader; print(espeakng_loader.get_data_path())')
ln -s "$(dirname "$data")"/libespeak-ng.so "$folder/libespeak-ng.so.1"
export LD_LIBRARY_PATH=$folder ESPEAK_DATA_PATH=$data
cat >"$folder/try.py" <<'PYTHON'
import sys

import pyttsx3

TEXT, path = "Nobody said so", f"{sys.argv[1]}/talk.mp3"
words = []
engine = pyttsx3.init("espeak")
engine.connect("started-word", lambda name, location, length: words.append(TEXT[location : location + length]))
engine.save_to_file(TEXT, path)
engine.runAndWait()
with open(path, "rb") as file:
    begins = file.read(4)
print(words, begins)
sys.exit(0 if words == ["obody ", "aid ", "o"] and begins == b"RIFF" else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
