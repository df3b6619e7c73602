"""The page that reads aloud as it reaches the ear: the word that is marked in Chromium is the word that is heard."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.test_recording import WORDS, make_talk
from tests.support.served_program import Served
from tests.support.sound_server import RATE, Recorder, SoundServer, stretches_of_sound

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

WATCH = """
() => {
  window.seen = {};
  const look = () => {
    const [range] = CSS.highlights.get("word");
    if (range) window.seen[String(range)] ??= (performance.timeOrigin + performance.now()) / 1000;
    requestAnimationFrame(look);
  };
  look();
}
"""
"""Notes when each word is marked for the first time, in seconds since 1970."""


@pytest.mark.parametrize("speed", [0.75, 2.0])
def test_the_marked_word_is_the_heard_word(
    speed: float, sound: SoundServer, recorder: Recorder, tmp_path: Path
) -> None:
    from playwright.sync_api import sync_playwright

    environment: dict[str, Any] = {**os.environ, **sound.environment}
    with (
        Served(tmp_path, f"--speed={speed}", document=make_talk(tmp_path, 44_100)) as served,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"], ignore_default_args=["--mute-audio"],
            env=environment,
        )  # fmt: skip
        page = browser.new_page()
        page.goto(served.page)
        page.wait_for_selector("#player:not([hidden])")
        page.wait_for_timeout(500)
        page.evaluate(WATCH)
        since = recorder.frames
        page.keyboard.press("Space")
        recorder.wait_for_sound()
        end = time.monotonic() + 60
        while not ("papa." in page.evaluate("Object.keys(window.seen)") and recorder.silent_for(0.6)):
            assert time.monotonic() < end
            page.wait_for_timeout(50)
        marked = page.evaluate("window.seen")
        browser.close()
        served.finish()
    heard: list[int] = []
    for start, _ in stretches_of_sound(recorder.mono(since), 800, round(0.02 * RATE)):
        if not heard or start - heard[-1] > 0.2 / speed * RATE:  # a busy machine breaks a tone
            heard.append(start)
    assert len(heard) == len(WORDS)
    wall = time.time() - time.monotonic()
    off = [
        marked.get(word, marked.get(f"{word}.")) - wall - recorder.time_of(since + frame)
        for word, frame in zip(WORDS, heard, strict=True)
    ]
    assert sorted(map(abs, off))[round(0.95 * len(off)) - 1] <= 0.060, sorted(off)
