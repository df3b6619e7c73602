"""Hours of sound at a stand-in for the device, made as fast as it goes: whether memory, files and sentences stay."""

from __future__ import annotations

import gc
import math
import os
import threading
import time
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

from tui_reader.casting import cast, load_voices
from tui_reader.formats import read
from tui_reader.narration.narration import Narration
from tui_reader.narration.utterance import Utterance, queued
from tui_reader.paths import bundled
from tui_reader.playback.device import Pull
from tui_reader.playback.events import Began, Event, Trouble
from tui_reader.playback.player import Player
from tui_reader.playback.timeline import render_all
from tui_reader.playback.track import TrackStretch
from tui_reader.settings import Settings
from tui_reader.tts.open_engine import open_engine
from tui_reader.tts.render import SpeechStyle

GROWTH = 5.0
"""Megabytes that memory may grow after the first hour of sound."""
BLOCK = 441
"""Frames of one pull: 20 ms."""


class FastDevice:
    """Pulls as fast as sound is made: what a day of listening asks of the player, in minutes."""

    name = "fast"
    head_start = 0
    patience = math.inf

    def __init__(self, sample_rate: int) -> None:
        self.sample_rate = sample_rate
        self.delivered = 0
        self.trouble: Exception | None = None
        self.player: Player | None = None
        self._pull: Pull | None = None
        self._closed = False
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while not self._closed:
            pull = self._pull
            if pull is None or not self._made():
                time.sleep(0.001)
                continue
            pull(BLOCK)
            self.delivered += BLOCK

    def _made(self) -> bool:
        """Whether the next block is there: one that ran ahead of the maker would only count silence."""
        track = self.player and self.player._track
        if not track:
            return False
        cursor, wanted = track.cursor, BLOCK
        stretch: TrackStretch | None = cursor.stretch
        frame = cursor.frame
        while wanted > 0 and stretch is not None and stretch.done:
            wanted -= stretch.frames - frame
            stretch, frame = stretch.next, 0
        return wanted <= 0 or (stretch is not None and stretch.frames - frame > wanted + BLOCK)

    def start(self, pull: Pull) -> None:
        self._pull = pull

    def stop(self) -> None:
        self._pull = None

    def heard(self) -> int:
        return self.delivered

    def take_unplugged(self) -> str:
        return ""

    def close(self) -> None:
        self._closed = True


class Listener:
    """Takes the player's events and counts."""

    def __init__(self) -> None:
        self.sentences = 0
        self.troubles: list[str] = []

    def __call__(self, event: Event) -> None:
        if isinstance(event, Began):
            self.sentences += 1
        elif isinstance(event, Trouble):
            self.troubles.append(event.line)


def memory() -> float:
    """Megabytes of this process."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def open_files() -> int:
    """File descriptors of this process."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def endless(utterances: list[Utterance]) -> Iterator[Utterance]:
    """The same reading again and again."""
    return chain.from_iterable(repeat(utterances))


def run(engine: str, hours: float) -> int:
    """Read so many hours of sound, and print how it is after each; gives the number of broken bounds."""
    document = read(bundled("corpus") / "stevenson-ball.txt")
    utterances, voices = list(Narration(document)), cast(document, load_voices())
    style = SpeechStyle(1.0, True, Settings().pauses)
    whole = open_engine(engine)
    once = render_all(utterances, whole, voices, style, len).frames
    whole.close()
    told, device = Listener(), FastDevice(22_050)
    player = Player([lambda: open_engine(engine)], lambda rate: (device, None), voices, style, told)
    device.player = player
    player.wait_ready()
    rate = player._output.sample_rate
    files, first, began = open_files(), 0.0, time.monotonic()
    player.play(queued(endless(utterances)))
    for number in range(1, int(hours) + 1):
        while player._output.heard() < number * 3600 * rate:
            time.sleep(0.02)
        now = memory()
        first = first or now
        print(
            f"{number:3} h of sound in {time.monotonic() - began:6.0f} s: {now:6.1f} MB, {open_files()} files, "
            f"{told.sentences} sentences, starved {player.starved} frames",
            flush=True,
        )
    heard, grown = player._output.heard() - player.starved, memory() - first
    more_files = open_files() - files
    player.close()
    expected = heard / once * len(utterances)
    print(f"{engine}: memory grew by {grown:+.1f} MB, files by {more_files}; {len(told.troubles)} troubles")
    for line in told.troubles:
        print(line)
    print(f"sentences that began {told.sentences}; by the length of the sound about {expected:.0f}")
    return sum([grown >= GROWTH, more_files > 0, bool(told.troubles), abs(told.sentences - expected) > len(utterances)])
