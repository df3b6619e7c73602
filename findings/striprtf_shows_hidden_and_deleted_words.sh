#!/usr/bin/env bash
# striprtf gives words that the writer hid or deleted, and leaves out those of a footnote.
#
# Guess beforehand: the text of an RTF file is what a word processor shows when it opens it: without what is hidden (\v), and with
# footnotes apart from the sentence; what was deleted with changes being tracked (\deleted) is at least marked.
# Seen with striprtf 0.0.35: hidden and deleted words stand in the sentence without a sign, so a transcript that was edited with changes
# tracked says what its editor took out; the footnote is nowhere, nor the sign that there was one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check striprtf==0.0.35
cat >"$folder/try.py" <<'PYTHON'
import sys

from striprtf.striprtf import rtf_to_text

RTF = r"{\rtf1\ansi{\*\revtbl{Unknown;}{Editor;}}Ann: I {\v secretly }said {\deleted\revauthdel1 never }yes.{\footnote On the phone.} Bob agreed.\par}"
text = rtf_to_text(RTF)
print(repr(text))
sys.exit(0 if text == "Ann: I secretly said never yes. Bob agreed.\n" else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
