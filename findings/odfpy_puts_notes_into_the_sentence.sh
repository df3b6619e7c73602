#!/usr/bin/env bash
# odfpy: the text of a paragraph has the footnote and its number in the middle of the sentence, and each note comes twice.
#
# Guess beforehand: `teletype.extractText`, which is made to give a paragraph as it is read, leaves notes out or sets them apart; and the
# paragraphs of a document by `getElementsByType(P)` are its paragraphs, each once.
# Seen with odfpy 1.4.1: "three1The note. end", where the number is glued to the word; the note is a paragraph of its own besides. So a
# transcript with notes is read with every note as part of the speech, and once again after it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check odfpy==1.4.1
cat >"$folder/try.py" <<'PYTHON'
import sys

from odf import teletype
from odf.opendocument import OpenDocumentText, load
from odf.text import Note, NoteBody, NoteCitation, P

paragraph, note, mark, body = P(text="Ann: three"), Note(noteclass="footnote", id="f1"), NoteCitation(), NoteBody()
mark.addText("1")
body.addElement(P(text="The note."))
note.addElement(mark)
note.addElement(body)
paragraph.addElement(note)
paragraph.addText(" days")
document = OpenDocumentText()
document.text.addElement(paragraph)
document.save(f"{sys.argv[1]}/talk.odt")
found = [teletype.extractText(one) for one in load(f"{sys.argv[1]}/talk.odt").getElementsByType(P)]
print(found)
sys.exit(0 if found == ["Ann: three1The note. days", "The note."] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
