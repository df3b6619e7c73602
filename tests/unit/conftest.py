"""What tests of several rooms share: a live player on a stand-in for speech-dispatcher."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.live_stage import LiveStage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[LiveStage]:
    """The player, closed with the test; its server says nothing by itself."""
    stage = LiveStage(tmp_path)
    yield stage
    stage.close()
