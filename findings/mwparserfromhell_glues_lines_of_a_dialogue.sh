#!/usr/bin/env bash
# mwparserfromhell: the text of a dialogue in wikitext has its lines glued together and the speakers' colons gone.
#
# Guess beforehand: `strip_code` gives what a reader of the page sees, only plain: `<br/>` is a line, `;Ann: Yes` is a term and what it
# means on two lines or with a colon between, and what stands in `<ref>` is at the foot, not in the sentence.
# Seen with mwparserfromhell 0.7.2: the words on both sides of `<br/>` become one word, the colon after the name is dropped so that the
# name is the first word of the speech, and the reference is said in the middle of the sentence.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check mwparserfromhell==0.7.2
cat >"$folder/try.py" <<'PYTHON'
import sys

import mwparserfromhell

PAGE = ";Ann: To be<br/>or not<ref>In the Folio.</ref> to be.\n:Yes.\n'''Bob:''' No."
text = mwparserfromhell.parse(PAGE).strip_code()
print(repr(text))
sys.exit(0 if text == "Ann To beor notIn the Folio. to be.\nYes.\nBob: No." else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
