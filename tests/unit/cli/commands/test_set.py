"""`tui-reader set`: lists the settings, shows one, changes one; a wrong name or value is told what there is."""

from __future__ import annotations

import json

import pytest

from tui_reader.cli.main import main
from tui_reader.settings import load_settings, settings_path


def told(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    """What `set` with these words prints, in one line."""
    assert main(["set", *words]) == status
    output, errors = capsys.readouterr()
    assert bool(errors) is bool(status)
    return " ".join((errors or output).split())


def test_all_are_listed_in_groups_with_a_star_at_your_own(capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "width", "60")
    assert main(["set"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Reading" and lines[1].split() == ["speed", "Speed:", "1"]
    assert [line for line in lines if line.startswith("*")] == [next(line for line in lines if " width " in line)]


def test_one_is_shown_with_what_it_does_and_may_be(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "layout")
    assert shown.startswith("layout Turn, talk or sentence: auto What the full screen shows: ")
    assert shown.endswith("Auto, page, scroll or sentence. Default: auto.")
    assert "contrast-dark, " in told(capsys, "theme")


def test_one_is_changed_and_reset(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "volume", "90", "%") == "Volume: 90 %. Saved."
    assert told(capsys, "keys.next_page", "j", "Right") == "Keys: Next turn: j Right. Saved."
    settings, warnings = load_settings()
    assert (settings.volume, settings.keys["next_page"], warnings) == (0.9, "j Right", ())
    assert told(capsys, "volume", "--reset") == "Volume: 100 %. Saved."
    assert load_settings()[0].volume == 1.0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("layuot",), "There is no setting 'layuot'. Did you mean layout?"),
        (("xyzzy",), "There is no setting 'xyzzy'. tui-reader set lists them."),
        (("layout", "scrol"), "layout must be auto, page, scroll or sentence. Did you mean scroll?"),
        (("theme", "nrod"), "Did you mean nord?"),
        (("speed", "9"), "speed must be 0.5 to 4."),
        (("keys.quit", "x"), "keys.quit: x is the only key of Copy"),
        (("--reset",), "--reset is for one setting"),
        (("speed", "1", "--json"), "--json prints settings"),
    ],
)
def test_what_is_wrong_is_wrong_use_and_nothing_is_kept(
    words: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert message in told(capsys, *words, status=2)
    assert not settings_path().exists()


def test_a_file_that_cannot_be_changed_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    settings_path().mkdir(parents=True)
    assert main(["set", "speed", "2"]) == 1
    assert "speed could not be saved" in capsys.readouterr().err


def test_json_has_names_values_and_choices(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", "width", "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["name"], one["value"], one["unit"], one["group"]) == ("width", 72, "columns", "Screen")
