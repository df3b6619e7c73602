"""Transcripts of recognisers in lines: Whisper's screen and tables, Rev's words between bars."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.formats import parse


@pytest.mark.parametrize(
    "text",
    [
        "[00:00.000 --> 00:02.000]  How so?\n[00:02.000 --> 00:03.000]  Thus.\n",
        "Detected language: English\n[00:00.000 --> 00:02.000] How so?\n[00:00:02.000 --> 00:00:03.000]   Thus.\n",
        "[0.00s -> 2.00s] How so?\n[2.00s -> 3.00s] Thus.",
        "start\tend\ttext\n0\t2000\tHow so?\n2000\t3000\tThus.\n",
        'start,end,text\n0,2000," How so?"\n2000,3000," Thus."\n',
    ],
)
def test_times_are_kept_and_not_said(text: str) -> None:
    document = parse(text.encode(), "talk.txt")
    assert document.turns == () and document.pages[-1].text == "How so? Thus."
    assert [(time.start, time.end) for time in document.times] == [(0, 2), (2, 3)]
    assert document.lost is None and document.title is None


def test_a_table_may_have_speakers() -> None:
    document = parse(b'start,end,speaker,text\n0,2000,"0"," How so?"\n2000,3000,"1"," Thus."\n', "talk.csv")
    assert turns_by_label(document) == [("Speaker 0", "How so?"), ("Speaker 1", "Thus.")]


def test_words_between_bars_have_signs_capitals_and_sounds() -> None:
    rows = ["token|speaker|ts|endTs|punctuation|case|tags", "how|1|0.1|0.4||UC|[]", "so|1|0.5|0.8|?|LC|[]",
            "<laugh>|1||||LC|[]", "thus|2|2|3|.|UC|[]"]  # fmt: skip
    document = parse("\n".join(rows).encode(), "talk.nlp")
    assert turns_by_label(document) == [("Speaker 1", "How so?\n[laugh]"), ("Speaker 2", "Thus.")]
    assert document.lost is None
