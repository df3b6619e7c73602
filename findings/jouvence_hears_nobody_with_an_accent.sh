#!/usr/bin/env bash
# Jouvence reads a Fountain screenplay in which nobody whose name has an accent speaks, nor the second of two who speak at once.
#
# Guess beforehand: a character is a line in capitals with an empty line before and none after it, in any script, as in
# Fountain's own syntax; "BOB ^" is Bob at the same time; a note in [[ ]] is for the writers and not part of a speech.
# Seen with Jouvence 0.4.2: "LÉA" and "BOB ^" with their speeches are action, and the note stands in Ann's speech. Screenplain 0.12.0
# has all three people, and no note.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check Jouvence==0.4.2 screenplain==0.12.0
cat >"$folder/try.py" <<'PYTHON'
import sys

from jouvence.parser import JouvenceParser
from screenplain.parsers import fountain

SCENE = "INT. KITCHEN\n\nANN\nOne. [[Check this.]]\n\nLÉA\nTwo.\n\nANN\nThree.\n\nBOB ^\nFour.\n"
path = f"{sys.argv[1]}/scene.fountain"
with open(path, "w", encoding="utf-8") as file:
    file.write(SCENE)

CHARACTER, DIALOG = 2, 3
parts = [part for scene in JouvenceParser().parse(path).scenes for part in scene.paragraphs]
speakers = [part.text for part in parts if part.type == CHARACTER]
speech = [part.text for part in parts if part.type == DIALOG]
print("Jouvence:", speakers, speech)

heard = []
with open(path, encoding="utf-8") as file:
    for part in fountain.parse(file):
        for dialog in [part] if hasattr(part, "blocks") else [part.left, part.right] if hasattr(part, "left") else []:
            heard.append((str(dialog.character), " ".join(str(line) for _, line in dialog.blocks).strip()))
print("Screenplain:", heard)
as_seen = speakers == ["ANN", "ANN"] and "[[Check this.]]" in speech[0]
sys.exit(0 if as_seen and heard == [("ANN", "One."), ("LÉA", "Two."), ("ANN", "Three."), ("BOB", "Four.")] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
