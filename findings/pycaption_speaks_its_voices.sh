#!/usr/bin/env bash
# pycaption makes words of voices, and of the italics of SubRip what is shown.
#
# Guess beforehand: a WebVTT file that is read and written as WebVTT keeps `<v Anne>`; italics of SubRip (`<i>`) become
# italics of WebVTT, where the same tag stands for them.
# Seen with pycaption 2.3.14: the voice is gone and "Anne: " stands in the words, as if it had been said; in the file of
# SubRip the tag is taken for text, so that players of the WebVTT show `<i>yes</i>` with its signs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pycaption==2.3.14
cat >"$folder/try.py" <<'PYTHON'
import sys

from pycaption import SRTReader, WebVTTReader, WebVTTWriter

VOICES = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anne>Good morning.</v>\n"
ITALICS = "1\n00:00:01,000 --> 00:00:02,000\nI said <i>yes</i>.\n"
voices = WebVTTWriter().write(WebVTTReader().read(VOICES))
italics = WebVTTWriter().write(SRTReader().read(ITALICS))
print(voices, italics, sep="\n")
as_seen = "Anne: Good morning." in voices and "<v" not in voices and "&lt;i" in italics and "<i>" not in italics
sys.exit(0 if as_seen else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
