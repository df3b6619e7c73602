#!/usr/bin/env bash
# text2num reads a year as people say it as two numbers, where it reads hundreds and thousands as one.
#
# Guess beforehand: "nineteen sixty-two" is 1962, as a library that turns what a recogniser heard into figures meets years
# in every second sentence, and it knows "forty-five hundred" as 4500.
# Seen with text2num 3.1.0: "19 62" and "19 oh 5"; "twenty twenty" is "20 20". Whoever compares a transcript with what was heard by it
# must join the pairs himself, and cannot tell them from two numbers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check text2num==3.1.0
cat >"$folder/try.py" <<'PYTHON'
import sys

from text_to_num import alpha2digit

SEEN = {
    "in nineteen sixty-two": "in 19 62",
    "in nineteen oh five": "in 19 oh 5",
    "by twenty twenty": "by 20 20",
    "nineteen hundred": "1900",
    "forty-five hundred men": "4500 men",
}
found = {words: alpha2digit(words, "en") for words in SEEN}
print(found)
sys.exit(0 if found == SEEN else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
