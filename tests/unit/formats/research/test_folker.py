"""FOLKER's transcripts: contributions as one text, as segments and as words."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

_HEAD = (
    '<folker-transcription><speakers><speaker speaker-id="AB"><name>Anna Berg</name></speaker>'
    '<speaker speaker-id="BR"><name/></speaker></speakers><timeline>'
    '<timepoint timepoint-id="T0" absolute-time="0.5"/><timepoint timepoint-id="T1" absolute-time="2.0"/></timeline>'
)


def _contribution(speaker: str, inside: str, times: str = "") -> str:
    who = f'speaker-reference="{speaker}"' if speaker else ""
    return f"<contribution {who} {times}>{inside}</contribution>"


def test_contributions_of_every_level_are_turns_with_names_and_times() -> None:
    times = 'start-reference="T0" end-reference="T1"'
    words = (
        '<time timepoint-reference="T1"/><w id="1">dann</w><pause duration="micro"/>'
        '<w>warten</w><breathe type="in"/> <w>wir</w><p>.</p>'
    )
    text = "".join((
        _HEAD,
        _contribution("AB", "<unparsed>wie hoch </unparsed>", times),
        _contribution("", "<unparsed>(1.5)</unparsed>"),
        _contribution("BR", "<segment>zu hoch</segment><segment>fürchte ich</segment>"),
        _contribution("AB", words),
        "</folker-transcription>",
    ))  # fmt: skip
    document = parse(text.encode(), "talk.flk")
    assert turns_by_label(document) == [
        ("Anna Berg", "wie hoch"), ("BR", "zu hoch fürchte ich"), ("Anna Berg", "dann warten wir."),
    ]  # fmt: skip
    assert (document.times[0].start, document.times[0].end) == (0.5, 2.0) and document.lost is None


def test_words_within_a_segment_are_said_once_and_times_are_numbers() -> None:
    head = _HEAD.replace('"0.5"', '"nan"').replace('"2.0"', '"1e999"')
    times = 'start-reference="T0" end-reference="T1"'
    inside = "<segment><w>wie</w> <w>hoch</w><p>?</p></segment>"
    document = parse(f"{head}{_contribution('AB', inside, times)}</folker-transcription>".encode(), "talk.flk")
    assert turns_by_label(document) == [("Anna Berg", "wie hoch?")]
    assert all(time.start is None and time.end is None for time in document.times)


def test_a_file_without_words_is_told() -> None:
    with pytest.raises(DocumentError, match="no contributions with words"):
        parse(f"{_HEAD}</folker-transcription>".encode(), "talk.flk")
