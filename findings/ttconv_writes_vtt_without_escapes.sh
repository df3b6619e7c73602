#!/usr/bin/env bash
# ttconv writes WebVTT whose signs are not escaped, and cuts the lines of two people who speak at once in three.
#
# Guess beforehand: "a < b & c" of SubRip is `a &lt; b &amp; c` in WebVTT, and two cues that overlap stay two cues with
# their own times and voices, as WebVTT allows.
# Seen with ttconv 1.2.3: `<` and `&` are written as they are, and by the specification what follows `<` is a tag and not
# shown; the overlap becomes a cue of its own that says both again, and no voice is written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check ttconv==1.2.3 webvtt-py==0.6.0
cat >"$folder/try.py" <<'PYTHON'
import io
import logging
import sys

import webvtt
from ttconv.srt import reader as srt_reader
from ttconv.vtt import reader as vtt_reader
from ttconv.vtt import writer as vtt_writer

logging.disable(logging.CRITICAL)
SIGNS = "1\n00:00:01,000 --> 00:00:02,000\nIf a <b & c, then go\n"
BOTH = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anne>No, I\n\n00:02.000 --> 00:04.000\n<v Ben>Yes, you\n"
signs = vtt_writer.from_model(srt_reader.to_model(io.StringIO(SIGNS)))
both = vtt_writer.from_model(vtt_reader.to_model(io.StringIO(BOTH)))
print(signs, both, sep="\n")
cues = [cue.text for cue in webvtt.from_string(both)]
print("read again:", [cue.text for cue in webvtt.from_string(signs)], cues)
as_seen = "&amp;" not in signs and "<b & c" in signs and cues == ["No, I", "No, I\nYes, you", "Yes, you"] and "<v" not in both
sys.exit(0 if as_seen else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
