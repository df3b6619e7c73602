"""What the tests of the faces share: the program in plain mode, and tests that are coroutines."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.plain_program import Plain
from tests.support.talks import TALK_WITH_WORDS, VOLUME


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a talk and a volume of two letters."""
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "talk.txt").write_text(TALK_WITH_WORDS)
    (folder / "volume.xml").write_text(VOLUME)
    return folder


@pytest.fixture
def plain() -> Iterator[Plain]:
    """The memorandum, opened for the first time; its opening was told."""
    program = Plain("--no-sound")
    program.told()
    yield program
    program.close()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine, in a loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in arguments}))
    return True
