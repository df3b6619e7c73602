#!/usr/bin/env bash
# pysubs2 takes backslashes and braces of SubRip and WebVTT for codes of ASS, and loses them when it saves.
#
# Guess beforehand: only ASS and SSA have override codes, so in SubRip and WebVTT `\N` and `{x}` are what was printed; a
# file that is read and saved in its own format holds the same words.
# Seen with pysubs2 1.8.1: `text` holds what was printed, but `plaintext` and the saved file have a line break for `\N`
# and `\n`, and nothing for what stands in braces. So whoever writes captions for its readers has no way to print either.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pysubs2==1.8.1
cat >"$folder/try.py" <<'PYTHON'
import sys

import pysubs2

WORDS = r"Look in D:\Notes and \new, see {there} too"
FILES = {
    "srt": f"1\n00:00:01,000 --> 00:00:02,000\n{WORDS}\n",
    "vtt": f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{WORDS}\n",
}
as_seen = True
for form, file in FILES.items():
    subtitles = pysubs2.SSAFile.from_string(file, format_=form)
    saved = subtitles.to_string(form)
    print(f"{form}: text {subtitles[0].text!r}, saved {saved!r}")
    as_seen &= subtitles[0].text == WORDS and "D:\n" in saved and "there" not in saved
sys.exit(0 if as_seen else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
