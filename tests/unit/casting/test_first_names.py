"""The list of first names: its lines are found without reading all of them."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from tui_reader.casting.first_names import _beginnings, _folded, sexes


@pytest.mark.usefixtures("first_names")
@pytest.mark.parametrize("names", [("Jose", "czesław", "Ann"), ("Ó", "O", "jean-pierre"), ("Émile", "Zoe", "Ægir")])
def test_no_line_of_a_wanted_name_is_passed_over(names: tuple[str, ...]) -> None:
    spec = find_spec("gender_guesser")
    assert spec and spec.submodule_search_locations
    data = Path(spec.submodule_search_locations[0], "data", "nam_dict.txt").read_bytes()
    wanted = {_folded(name) for name in names}
    every = [line for line in data.decode().split("\n") if _folded(line[3:29].rstrip()) in wanted]
    seen = [found[0][1:].decode() for found in re.finditer(_beginnings(wanted), data)]
    assert every
    assert set(every) <= set(seen)


@pytest.mark.usefixtures("first_names")
def test_names_are_found_with_accents_and_without() -> None:
    names = {"José": True, "czesław": True, "Zoe": True, "": True, "1": True}
    assert sexes(names, "es") == {"José": "male", "czesław": "male", "Zoe": "female"}
