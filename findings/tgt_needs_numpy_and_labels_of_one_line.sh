#!/usr/bin/env bash
# tgt cannot be imported after it was installed, and cannot read a label of two lines.
#
# Guess beforehand: what a package imports at its first line it also asks for; and Praat's labels may be of several lines,
# as Praat itself writes them, so that a reader of TextGrid goes by the quotation marks.
# Seen with tgt 1.5: `import tgt` raises ModuleNotFoundError for numpy, which nothing of its metadata names; with numpy a
# TextGrid with a label of two lines raises IndexError, as the second line has no " = ".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check tgt==1.5
missing=$("$folder/venv/bin/python" -c 'import tgt' 2>&1 | tail -1) || true
echo "$missing"
"$folder/venv/bin/pip" install -q --disable-pip-version-check 'numpy==2.3.5'
cat >"$folder/try.py" <<'PYTHON'
import sys

import tgt

HEAD = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 1\ntiers? <exists>\nsize = 1\nitem []:\n'
TIER = (
    '    item [1]:\n        class = "IntervalTier"\n        name = "ANNE"\n        xmin = 0\n        xmax = 1\n'
    '        intervals: size = 1\n        intervals [1]:\n            xmin = 0\n            xmax = 1\n            text = "{}"\n'
)


def label(said):
    with open(f"{sys.argv[1]}/talk.TextGrid", "w", encoding="utf-8") as file:
        file.write(HEAD + TIER.format(said))
    return tgt.io.read_textgrid(file.name).tiers[0].annotations[0].text


one = label("Good morning.")
try:
    two = label("Good morning.\nYes.")
except IndexError as error:
    two = f"IndexError: {error}"
print(repr(one), repr(two))
sys.exit(0 if one == "Good morning." and two.startswith("IndexError") else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
case "$missing" in *"No module named 'numpy'"*) ;; *) exit 1 ;; esac
