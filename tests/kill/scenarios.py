"""All scenarios of `python -m tests.kill`."""

from __future__ import annotations

from tests.kill.archive import Archive
from tests.kill.document_cache import WritingCache
from tests.kill.exports import Batch, Export
from tests.kill.library_acts import ADDING, MARKING
from tests.kill.migration import Migration
from tests.kill.own_files import WritingFiles, WritingSettings
from tests.kill.playing import Playing
from tests.kill.restoring import Restoring
from tests.kill.scenario import Scenario

SCENARIOS: tuple[Scenario, ...] = (
    Playing(), MARKING, Export(), Batch(), ADDING, Archive(), Migration(), WritingSettings(), WritingFiles(),
    WritingCache(), Restoring(),
)  # fmt: skip
