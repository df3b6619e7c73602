#!/usr/bin/env bash
# praatio takes words of a label for lines of the TextGrid's own.
#
# Guess beforehand: a label stands in quotation marks, in which quotation marks are doubled, so any words can be a label.
# Seen with praatio 6.2.2: a transcript in which somebody says "see item [2]: class" cannot be opened (ParsingError), as
# the file is divided where these words stand, also within quotation marks. textgrid 1.6.1 reads the same file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check praatio==6.2.2 textgrid==1.6.1
cat >"$folder/try.py" <<'PYTHON'
import sys

import textgrid
from praatio import textgrid as praatio
from praatio.utilities.errors import ParsingError

SAID = 'See intervals [4]: and item [2]: class = "mine"'
FILE = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 1
tiers? <exists>
size = 1
item []:
    item [1]:
        class = "IntervalTier"
        name = "ANNE"
        xmin = 0
        xmax = 1
        intervals: size = 1
        intervals [1]:
            xmin = 0
            xmax = 1
            text = "{}"
"""
path = f"{sys.argv[1]}/talk.TextGrid"
with open(path, "w", encoding="utf-8") as file:
    file.write(FILE.format(SAID.replace('"', '""')))
other = textgrid.TextGrid.fromFile(path)[0][0].mark
try:
    failed = ""
    praatio.openTextgrid(path, includeEmptyIntervals=False)
except ParsingError as error:
    failed = str(error)
print(f"textgrid: {other!r}")
print(f"praatio: ParsingError, {failed!r}")
sys.exit(0 if failed and other == SAID else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
