#!/usr/bin/env bash
# pympi-ling refuses an ELAN file that does not say where its schema lies, and knows no times below a time subdivision.
#
# Guess beforehand: the address of the schema (xsi:noNamespaceSchemaLocation) is a hint for validators, which XML leaves
# to the writer; a reader of EAF does without. And a tier that hangs on a tier of subdivided time, as parts of
# speech hang on words, has the times of those words.
# Seen with pympi-ling 1.71: KeyError for the attribute while the file is opened, so files of other programs than ELAN
# fail; and KeyError for the word's id when the tier below the words is asked for, though the words' own tier is read:
# only annotations of tiers without a parent are taken to have times.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pympi-ling==1.71
cat >"$folder/try.py" <<'PYTHON'
import sys
from pathlib import Path

from pympi.Elan import Eaf

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-03-05T10:00:00+01:00" FORMAT="3.0" VERSION="3.0"{schema}>
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="900"/></TIME_ORDER>
<TIER LINGUISTIC_TYPE_REF="utterance" TIER_ID="said"><ANNOTATION>
<ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
<ANNOTATION_VALUE>Good day.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER LINGUISTIC_TYPE_REF="word" PARENT_REF="said" TIER_ID="words"><ANNOTATION>
<ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
<ANNOTATION_VALUE>Good</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER LINGUISTIC_TYPE_REF="gloss" PARENT_REF="words" TIER_ID="glosses"><ANNOTATION>
<REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a2"><ANNOTATION_VALUE>ADJ</ANNOTATION_VALUE></REF_ANNOTATION>
</ANNOTATION></TIER>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="utterance" TIME_ALIGNABLE="true"/>
<LINGUISTIC_TYPE CONSTRAINTS="Time_Subdivision" LINGUISTIC_TYPE_ID="word" TIME_ALIGNABLE="true"/>
<LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Association" LINGUISTIC_TYPE_ID="gloss" TIME_ALIGNABLE="false"/>
</ANNOTATION_DOCUMENT>
"""
SCHEMA = (
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd"'
)


def tried(what):
    try:
        return repr(what())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


plain, whole = Path("plain.eaf"), Path("whole.eaf")
plain.write_text(HEAD.format(schema=""), encoding="utf-8")
whole.write_text(HEAD.format(schema=SCHEMA), encoding="utf-8")
opened = tried(lambda: Eaf(str(plain)))
print("without the address of a schema:", opened)
file = Eaf(str(whole))
words = tried(lambda: file.get_annotation_data_for_tier("words"))
glosses = tried(lambda: file.get_annotation_data_for_tier("glosses"))
print("the subdivision:", words)
print("the tier below it:", glosses)
sys.exit(0 if "KeyError" in opened and "Good" in words and "KeyError" in glosses else 1)
PYTHON
cd "$folder"
"$folder/venv/bin/python" "$folder/try.py"
