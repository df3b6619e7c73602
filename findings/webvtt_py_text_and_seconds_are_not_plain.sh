#!/usr/bin/env bash
# webvtt-py takes the tags out of a cue's text and leaves its escapes; its seconds are whole ones.
#
# Guess beforehand: `text`, beside `raw_text`, is what a viewer reads, and `start_in_seconds` is the time that the cue's
# first line has, with its milliseconds.
# Seen with webvtt-py 0.6.0: `<v Anne>you &amp; me</v>` gives "you &amp; me"; 00:00:02.900 gives 2.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check webvtt-py==0.6.0
cat >"$folder/try.py" <<'PYTHON'
import sys

import webvtt

cue = webvtt.from_string("WEBVTT\n\n00:00:02.900 --> 00:00:03.700\n<v Anne>you &amp; <i>me</i></v>\n")[0]
print(repr(cue.text), cue.voice, cue.start, cue.start_in_seconds, cue.end_in_seconds)
sys.exit(0 if cue.text == "you &amp; me" and (cue.start_in_seconds, cue.end_in_seconds) == (2, 3) else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
