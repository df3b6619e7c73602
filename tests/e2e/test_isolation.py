"""Modules and programs beside the transcripts are never run by what needs packages of extras: a browser, a cluster."""

from __future__ import annotations

import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.e2e.conftest import needs
from tests.e2e.test_batch import scheduler
from tests.support import dask_cluster
from tests.support.planted import Planted
from tests.support.talks import TALK

pytestmark = pytest.mark.e2e
__all__ = ["scheduler"]


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    planted = Planted(tmp_path)
    planted.write("talk.txt", TALK)
    return planted


def test_nothing_is_run_for_a_window_of_the_browser(planted: Planted) -> None:
    needs("textual_serve", "playwright")
    from playwright.sync_api import sync_playwright

    command = [*planted.reader, "serve", "talk.txt"]
    with (
        subprocess.Popen(
            command, cwd=planted.folder, env=planted.environment, stdout=subprocess.PIPE, text=True
        ) as served,
        sync_playwright() as playwright,
    ):
        assert served.stdout
        address = re.search(r"http://\S+", served.stdout.readline())
        assert address
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        shown: list[str] = []
        page.on("websocket", lambda line: line.on("framereceived", lambda frame: shown.append(str(frame))))
        page.goto(address[0])
        for _ in range(600):
            if "morning" in "".join(shown):
                break
            page.wait_for_timeout(100)
        assert "morning" in "".join(shown)
        browser.close()
        served.send_signal(signal.SIGINT)
        assert served.wait(60) == 0
    assert planted.ran == set()


def test_nothing_is_run_by_an_export_on_a_cluster(planted: Planted, scheduler: str) -> None:
    out = planted.folder.parent / "out"
    words = ["export", ".", "-o", str(out), "--format", "md", "--scheduler", scheduler]
    with dask_cluster.worker(scheduler):
        subprocess.run(
            [*planted.reader, *words], cwd=planted.folder, env=planted.environment,
            capture_output=True, timeout=120, check=True,
        )  # fmt: skip
    assert (out / "talk.md").exists()
    assert planted.ran == set()
