"""Exports with a recording whose words are beeps at known times, as others read them: in step within 60 ms.

Sound by FFmpeg (PyAV), captions by webvtt-py and pysubs2, the book by epubcheck, the page by Chromium.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from array import array
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import av
import pysubs2
import pytest
import webvtt
from lxml import etree

from tests.e2e.test_page_in_browser import WATCH, ready, until
from tests.support.epubcheck import complaints
from tests.support.recordings import write_beeps

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.e2e

RATE = 44_100
NEAR = 0.060
"""Seconds that what is heard may be off its word."""
TURNS = (("Ann", "one two three four"), ("Ben", "five six seven"), ("Ann", "eight nine ten"), ("Ben", "eleven twelve"))
GAPS = (0.41, 0.37, 0.55, 0.33, 0.62)
"""Seconds from one word to the next, in turn."""


def _timed() -> list[tuple[str, list[tuple[float, str]]]]:
    """Who says which words when, from 1.2 s on."""
    at, number, found = 1.2, 0, []
    for name, line in TURNS:
        words = []
        for word in line.split():
            words.append((round(at, 3), word))
            at, number = at + GAPS[number % len(GAPS)], number + 1
        found.append((name, words))
    return found


TIMED = _timed()
WORDS = [at for _, words in TIMED for at, _ in words]
CLIP = [at for _, words in TIMED[1:3] for at, _ in words]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Holds talk.vtt and talk.mp3, all of it in every form as all.*, and turns 2 and 3 as clip.*."""
    folder = tmp_path_factory.mktemp("recorded")
    cues = ["WEBVTT"]
    for name, words in TIMED:
        timed = " ".join(f"<{_clock(at)}>{word}" for at, word in words)
        cues.append(f"{_clock(words[0][0])} --> {_clock(words[-1][0] + 0.2)}\n<v {name}>{timed}.")
    (folder / "talk.vtt").write_text("\n\n".join(cues) + "\n")
    _as_mp3(write_beeps(folder / "beeps.wav", WORDS[-1] + 2, WORDS, RATE), folder / "talk.mp3")
    export(folder, "-o", "all", "--format", "wav,flac,opus,mp3,m4b,vtt,srt,ass,json,epub", "--word-times", "--ledger")
    export(folder, "-o", "page.html")
    export(folder, "-o", "clip", "--format", "opus,m4b,vtt", "--from", "2", "--until", "3", "--word-times", "--ledger")
    return folder


def export(folder: Path, *words: str) -> None:
    own = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "d"), "XDG_CONFIG_HOME": str(folder / "c")}
    command = [sys.executable, "-m", "tui_reader", "export", "talk.vtt", *words]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | own, cwd=folder)


def _clock(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def _as_mp3(wav: Path, mp3: Path) -> None:
    with av.open(str(wav)) as source, av.open(str(mp3), "w") as file:
        stream = file.add_stream("libmp3lame", rate=RATE, layout="mono")
        for frame in source.decode(audio=0):
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))


def beeps(file: str | BinaryIO) -> list[float]:
    """When a beep begins, in seconds: it is loud after a tenth of a second of quiet."""
    pcm, resampler = array("h"), av.AudioResampler("s16", "mono", RATE)
    with av.open(file, "r") as container:
        for frame in container.decode(audio=0):
            for part in resampler.resample(frame):
                pcm.frombytes(bytes(part.planes[0])[: 2 * part.samples])
    return list(_onsets(pcm))


def _onsets(pcm: Sequence[int]) -> Iterator[float]:
    loud, last = max(map(abs, pcm)) / 4, -RATE
    for at, level in enumerate(pcm):
        if abs(level) > loud:
            if at - last > RATE / 10:
                yield at / RATE
            last = at


def off(found: Sequence[float], wanted: Sequence[float]) -> float:
    """The farthest that one is from the other, in seconds."""
    return max(abs(one - other) for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("form", ["wav", "flac", "opus", "mp3", "m4b"])
def test_the_whole_sound_is_heard_at_the_times_of_the_recording(folder: Path, form: str) -> None:
    assert off(beeps(str(folder / f"all.{form}")), WORDS) < NEAR


def test_captions_have_the_times_at_which_the_words_are_heard(folder: Path) -> None:
    firsts = [words[0][0] for _, words in TIMED]
    for form in ("srt", "ass"):
        assert off([one.start / 1000 for one in pysubs2.load(str(folder / f"all.{form}"))], firsts) < NEAR
    segments = json.loads((folder / "all.json").read_bytes())["segments"]
    assert off([one["startTime"] for one in segments], WORDS) < NEAR
    assert off(_word_times(folder / "all.vtt"), WORDS) < NEAR


def _word_times(path: Path) -> list[float]:
    """The time of each word of captions by webvtt-py: that of its cue for the first."""
    found = []
    for cue in webvtt.read(str(path)).captions:
        found += [_seconds(cue.start), *map(_seconds, re.findall(r"<([\d:.]+)>", cue.raw_text))]
    return found


def _seconds(clock: str) -> float:
    hours, minutes, seconds = clock.split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(seconds)


@pytest.mark.parametrize("form", ["opus", "m4b"])
def test_a_clip_has_its_own_words_alone_in_step_with_its_captions(folder: Path, form: str) -> None:
    found = beeps(str(folder / f"clip.{form}"))
    assert off([at - found[0] for at in found], [at - CLIP[0] for at in CLIP]) < 0.01
    assert off(found, _word_times(folder / "clip.vtt")) < NEAR
    assert webvtt.read(str(folder / "clip.vtt")).captions[0].start == "00:00:00.000"


def test_the_book_is_valid_and_its_sentences_begin_with_their_words(folder: Path) -> None:
    assert complaints(folder / "all.epub") == []
    with zipfile.ZipFile(folder / "all.epub") as book:
        sounds = [name for name in book.namelist() if name.endswith(".mp3")]
        assert off(beeps(BytesIO(book.read(sounds[0]))), WORDS) < NEAR
        overlays = [etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".smil")]
    begins = sorted(_seconds(clip.get("clipBegin")) for one in overlays for clip in one.iter("{*}audio"))
    assert off(begins, [words[0][0] for _, words in TIMED]) < NEAR


@pytest.mark.alone
def test_the_page_marks_words_when_they_are_heard(browser: Browser, folder: Path) -> None:
    page: Any = ready(browser.new_page(), folder / "page.html")
    times = page.evaluate("Array.from(document.querySelectorAll('.w[data-at]'), (one) => one.dataset.at / 1000)")
    pcm = page.evaluate(DECODE)
    assert off(times, WORDS) < 0.002
    assert off(list(_onsets([round(32767 * level) for level in pcm])), times) < NEAR
    page.keyboard.press("Space")
    until(page, "!document.getElementById('sound').paused")
    marked = page.evaluate(WATCH.replace("> 8", "> 5"))
    page.close()
    late = sorted(abs(clock - at) for at, clock in marked)
    assert len(late) >= 8
    assert late[int(0.95 * (len(late) - 1))] < NEAR


DECODE = """
async () => {
  const bytes = Uint8Array.from(atob(document.getElementById("sound").src.split(",")[1]), (one) => one.charCodeAt(0));
  const sound = await new OfflineAudioContext(1, 44100, 44100).decodeAudioData(bytes.buffer);
  return Array.from(sound.getChannelData(0), (level) => Math.round(level * 1000) / 1000);
}
"""
"""Gives the sound that is embedded in the page, as Chromium decodes it."""
