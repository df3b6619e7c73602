#!/usr/bin/env bash
# pyannote.core: a second speaker at the same time replaces the first, and names of two words cannot be written as RTTM.
#
# Guess beforehand: an Annotation is made for talk in which people speak at once, so two assignments to the same segment with two
# labels are two speakers; RTTM, which has no quotes, gets an underscore for a blank.
# Seen with pyannote.core 6.1.0: `annotation[segment] = "Bob"` after `= "Ann"` leaves Bob alone, without a word, as both go to
# the unnamed track "_"; segments that differ by a millisecond are both kept. A label with a blank raises ValueError in `to_rttm`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyannote.core==6.1.0
cat >"$folder/try.py" <<'PYTHON'
import sys

from pyannote.core import Annotation, Segment

same, near = Annotation(), Annotation()
for name, end in (("Ann", 1.0), ("Bob", 1.001)):
    same[Segment(0, 1)] = name
    near[Segment(0, end)] = name
left = same.labels()
print("the same segment:", left, "  a millisecond longer:", near.labels())
same[Segment(0, 1)] = "Ann Lee"
try:
    written = same.to_rttm()
except ValueError as error:
    written = f"ValueError: {error}"
print(written)
sys.exit(0 if near.labels() == ["Ann", "Bob"] and left == ["Bob"] and written.startswith("ValueError") else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
