#!/usr/bin/env bash
# pyte prints the ends of colours and keyboard modes that were written with ":" or "=", and takes a keyboard mode for underlined.
#
# Guess beforehand: a terminal skips a control sequence that it does not know to its last byte (ECMA-48, 5.4), so the
# screen holds only words; colours with ":" (ISO 8613-6, which Kitty, foot and VTE take) at worst give no colour.
# Seen with pyte 0.8.2: the first ":" or "=" ends the sequence, and the rest ("3m", "1;1u") stands on the screen as if it had been
# written; `CSI > 4 ; 2 m` (keys of xterm) is read as underlined and faint. Fenrir reads terminals by pyte, so it says these parts aloud.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyte==0.8.2
cat >"$folder/try.py" <<'PYTHON'
import sys

import pyte

WORDS = "I agree"
SEQUENCES = {
    "curly underline": "\x1b[4:3m",
    "colour in subparameters": "\x1b[38:2::255:0:0m",
    "keyboard mode set": "\x1b[=1;1u",
    "keyboard mode pushed": "\x1b[>1u",
    "colour in parameters": "\x1b[38;2;255;0;0m",
    "modifyOtherKeys": "\x1b[>4;2m",
}
shown, underlined = {}, []
for name, sequence in SEQUENCES.items():
    screen = pyte.Screen(40, 1)
    pyte.Stream(screen).feed(sequence + WORDS)
    shown[name] = screen.display[0].rstrip()
    underlined += [name] if screen.buffer[0][0].underscore else []
    print(f"{name}: {shown[name]!r}")
print("underlined:", underlined)
with_parts = [name for name, text in shown.items() if text != WORDS]
sys.exit(0 if with_parts == list(SEQUENCES)[:3] and underlined == ["modifyOtherKeys"] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
