"""When headphones count as gone, by what the sound server tells."""

from __future__ import annotations

import pytest

from tui_reader.playback.headphones import Headphones
from tui_reader.playback.pulse_server import Sink

GONE = "The headphones are no longer in use."


def told(*changes: Sink | int) -> list[str]:
    """What is told of sinks that play the sound, and of numbers of sinks that go."""
    headphones, lines = Headphones(), []
    for change in changes:
        if isinstance(change, Sink):
            headphones.played_on(change)
        else:
            headphones.removed(change)
        lines.append(headphones.take())
    return list(filter(None, lines))


def sink(number: int, words: str) -> Sink:
    return Sink(number, f"Sink {number}", words)


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("analog-output-headphones internal", "analog-output-speaker internal"),
        ("[Out] Headphones", "[Out] Speaker"),
        ("headphone-output", "hdmi-output-0"),
        ("headset-output headset", "speaker-output"),
    ],
)
def test_headphones_that_are_pulled_out_are_another_port_of_the_sink(words: str, after: str) -> None:
    assert told(sink(1, words), sink(1, words), sink(1, after), sink(1, after)) == [GONE]
    assert told(sink(1, after), sink(1, words)) == []


@pytest.mark.parametrize("words", ["bluez_sink.00 WH-1000 headphone", "Anna's AirPods", "usb Earbuds", "x hands-free"])
def test_sound_that_is_moved_from_headphones_to_speakers_is_told_once(words: str) -> None:
    assert told(sink(1, words), sink(2, "Built-in Speakers"), 1) == [GONE]
    assert told(sink(1, words), 1, sink(2, "Built-in Speakers")) == [GONE]
    assert told(sink(1, words), sink(2, "Other headphones")) == []


def test_a_sink_that_goes_with_the_sound_on_it_is_told_whatever_it_is() -> None:
    assert told(sink(1, "Monitor"), 1, sink(2, "Speakers")) == ["The sound device Sink 1 has gone."]
    assert told(sink(1, "Monitor"), sink(2, "Speakers"), 1) == ["The sound device Sink 1 has gone."]
    assert told(sink(1, "Monitor"), sink(2, "Speakers"), 3) == []
    assert told(sink(1, "Monitor"), 2, sink(3, "Speakers")) == []
