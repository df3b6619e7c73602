"""Transcribed speech in TEI has the times of its timeline."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Document
from tui_reader.formats import parse

HEADER = """<teiHeader><fileDesc><titleStmt><title>Talk</title></titleStmt><sourceDesc><recordingStmt>
<recording type="audio"><media mimeType="audio/wav" url="talk.wav"/></recording></recordingStmt></sourceDesc></fileDesc>
</teiHeader>"""
POINTS = """<timeline unit="s" origin="#T0"><when xml:id="T0"/><when xml:id="T1" interval="1.5" since="#T0"/>
<when xml:id="T2" interval="3.5" since="#T0"/><when xml:id="T3" interval="6.5" since="#T0"/>
<when xml:id="T4" interval="7.5" since="#T0"/></timeline>"""


def tei(body: str, points: str = POINTS) -> Document:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text>{points}<body>{body}</body></text></TEI>'
    return parse(text.encode(), "talk.xml")


def told(document: Document) -> list[tuple[str, float, float | None]]:
    """What begins at each time, up to the next white space."""
    return [(document.text[time.place :].split()[0], time.start, time.end) for time in document.times]


def test_an_utterance_has_the_time_to_which_it_points() -> None:
    document = tei('<u who="#A" start="#T1" end="#T2">Hello there.</u><u who="#B" start="#T2" end="#T4">Good day.</u>')
    assert told(document) == [("Hello", 1.5, 3.5), ("Good", 3.5, 7.5)]
    assert document.media == ("talk.wav",)


def test_a_block_of_annotations_has_one_too() -> None:
    body = '<annotationBlock who="#A" start="#T1" end="#T2"><u><seg>Hello there.</seg></u></annotationBlock>'
    assert told(tei(body)) == [("Hello", 1.5, 3.5)]


def test_anchors_and_words_divide_an_utterance() -> None:
    body = """<u who="#A" start="#T1" end="#T4"><seg><anchor synch="#T1"/>Hello <note>laughs</note> there,
    <anchor synch="#T2"/>good <w synch="#T3">day</w><anchor synch="#T4"/></seg></u>"""
    document = tei(body)
    assert told(document) == [("Hello", 1.5, 3.5), ("good", 3.5, 7.5), ("day", 6.5, None)]
    assert [time.is_word for time in document.times] == [False, False, True]


@pytest.mark.parametrize(
    "points",
    [
        """<timeline unit="ms"><when xml:id="T0"/><when xml:id="T1" interval="1500"/>
        <when xml:id="T2" interval="2000"/></timeline>""",
        """<timeline><when xml:id="T0" absolute="10:00:00"/><when xml:id="T1" absolute="10:00:01.5"/>
        <when xml:id="T2" absolute="2020-01-01T10:00:03.5Z"/></timeline>""",
        """<timeline unit="s"><when xml:id="T0"/><when xml:id="T1" interval="0.025" unit="min" since="#T0"/>
        <when xml:id="T2" interval="2" since="#T1"/></timeline>""",
    ],
)
def test_points_count_in_units_from_others_or_by_the_clock(points: str) -> None:
    assert told(tei('<u who="#A" start="#T1" end="#T2">Hello there.</u>', points)) == [("Hello", 1.5, 3.5)]


@pytest.mark.parametrize(
    "points",
    [
        "",
        '<timeline unit="s"><when xml:id="T1" interval="nan"/><when xml:id="T2" interval="-3"/></timeline>',
        '<timeline unit="furlong"><when xml:id="T0"/><when xml:id="T1" interval="1"/></timeline>',
    ],
)
def test_points_that_mean_nothing_give_no_time(points: str) -> None:
    times = tei('<u who="#A" start="#T1" end="#T2">Hello there.</u>', points).times
    assert [time.start for time in times if time.start] == []


def test_the_words_are_the_same_with_times_and_without() -> None:
    body = '<u who="#A" start="#T1"><anchor synch="#T1"/>Hello <anchor synch="#T2"/>there.</u><u who="#B">Yes.</u>'
    with_times, without = tei(body), tei(body, "")
    assert [turn.text for turn in with_times.turns] == [turn.text for turn in without.turns] == ["Hello there.", "Yes."]
    assert with_times.text == without.text
