"""What is installed beside the program on each kind of machine."""

from __future__ import annotations

import platform
import runpy
import struct
import sys
import tomllib
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("system", "libc", "pointer", "with_loader"),
    [
        ("linux", "glibc", 8, True),
        ("linux", "", 8, False),  # musl, as Python up to 3.13 tells it
        ("linux", "musl", 8, False),
        ("linux", "glibc", 4, False),
        ("darwin", "", 8, True),
        ("win32", "", 8, True),
        ("win32", "", 4, False),
    ],
)
def test_the_espeak_that_is_carried_along_is_left_out_where_it_has_no_wheel(
    monkeypatch: pytest.MonkeyPatch, system: str, libc: str, pointer: int, with_loader: bool
) -> None:
    stand_in = ModuleType("hatchling.metadata.plugin.interface")
    vars(stand_in)["MetadataHookInterface"] = SimpleNamespace
    monkeypatch.setitem(sys.modules, stand_in.__name__, stand_in)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "libc_ver", lambda: (libc, ""))
    monkeypatch.setattr(struct, "calcsize", lambda _: pointer)
    config = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["hatch"]["metadata"]["hooks"]["custom"]
    metadata: dict[str, list[str]] = {}
    runpy.run_path(str(PROJECT / "hatch_build.py"))["Dependencies"](config=config).update(metadata)
    left_out = {one for one in config["dependencies"] if one.startswith("espeakng-loader")}
    assert left_out and set(config["dependencies"]) - set(metadata["dependencies"]) == (
        set() if with_loader else left_out
    )
