#!/usr/bin/env bash
# pysrt leaves out words and whole captions without a sign, where srt keeps them; and both take ",5" for 5 milliseconds.
#
# Guess beforehand: a caption with an empty line within it keeps its second paragraph (a number begins the next one); times without
# milliseconds are whole seconds; and what cannot be read raises an error or a warning, by default.
# Seen with pysrt 1.1.2: the paragraph and the caption are gone, as errors are passed over by default. srt 3.5.3 has both.
# "00:00:01,5" is 1.005 in both, which is half a second early where a program left out the zeros of ",500".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pysrt==1.1.2 srt==3.5.3
cat >"$folder/try.py" <<'PYTHON'
import sys

import pysrt
import srt

FILE = """1
00:00:01,500 --> 00:00:02,500
In the year

we met

2
00:00:03 --> 00:00:04
I left.

3
00:00:05,5 --> 00:00:06,000
So did I.
"""
by_pysrt = [(item.start.ordinal / 1000, item.text) for item in pysrt.from_string(FILE)]
by_srt = [(item.start.total_seconds(), item.content) for item in srt.parse(FILE)]
print("pysrt:", by_pysrt)
print("srt:", by_srt)
as_seen = by_pysrt == [(1.5, "In the year"), (5.005, "So did I.")]
sys.exit(0 if as_seen and by_srt == [(1.5, "In the year\n\nwe met"), (3.0, "I left."), (5.005, "So did I.")] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
