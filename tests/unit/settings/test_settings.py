"""Settings: what is right is used, what is wrong is told with its line, and nothing in the file is an error."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui_reader.document.hidden_words import WordsShown
from tui_reader.errors import ReaderError, UsageError
from tui_reader.narration.narration_options import Announce, Earcons, LetterVoice, NoteReading, Titles
from tui_reader.narration.pause import Pause
from tui_reader.settings import Settings, keep_setting, load_settings
from tui_reader.settings.settings_table import settings_table


def load(tmp_path: Path, text: str | bytes) -> tuple[Settings, tuple[str, ...]]:
    path = tmp_path / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_settings(path)


def test_without_a_file_the_defaults_hold_and_nothing_is_said(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == (Settings(), ())


def test_each_setting_is_read(tmp_path: Path) -> None:
    settings, warnings = load(
        tmp_path,
        'face = "plain"\nengine = "pyttsx3"\nspeed = 2\nvolume = 0.5\nannounce = "changes"\n'
        'typing = "line"\nverbosity = "brief"\nletters = "narrator"\ntitles = "full"\n'
        'notes = "turn"\nearcons = "all"\nspell_out = false\nstereo = false\nsound = false\n'
        'unrecorded = "silence"\nskip_silence = true\n'
        'rewind = 10\nrehearsal = "wait"\nrehearsal_words = "letters"\n'
        'layout = "scroll"\nbeside = "outline"\nshape = false\nmark = "both"\n'
        'width = 40\nwrap = false\nspacing = 2\njustify = true\nmargins = 0\nnames = "label"\n'
        "show_notes = true\nmotion = true\n"
        'theme = "nord"\nhints = "never"\ncalm = true\ncursor = "show"\ndevice = "USB"\nbuffer = 60\n'
        'citation = "bibtex"\n'
        "[pauses]\nchange = 900\n",
    )
    assert warnings == ()
    assert settings == Settings(
        "plain", "pyttsx3", 2.0, 0.5, Announce.CHANGES, "line", "brief", LetterVoice.NARRATOR, Titles.FULL,
        NoteReading.TURN, Earcons.ALL, False, False, "silence", True, False, {**Settings().pauses, Pause.CHANGE: 900},
        10, "wait", WordsShown.LETTERS,
        "scroll", "outline", False, "both", 40, False, 2, True, 0, "label", True, True, "nord", "never", True, "show",
        "bibtex", "USB", 60,
    )  # fmt: skip
    assert isinstance(settings.speed, float)
    assert isinstance(settings.announce, Announce)


def test_every_pause_but_the_last_has_a_length() -> None:
    assert set(Settings().pauses) == set(Pause) - {Pause.END}


def test_a_short_answer_is_followed_sooner_than_a_speech() -> None:
    pauses = Settings().pauses
    assert pauses[Pause.ITEM] < pauses[Pause.SENTENCE] < pauses[Pause.PARAGRAPH] < pauses[Pause.CHANGE]
    assert pauses[Pause.ANSWER] < pauses[Pause.CHANGE] < pauses[Pause.PART]


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("\nspede = 1\n", "line 2: spede is not a setting (did you mean speed?)."),
        ("speed = 9", "line 1: speed is 9, but must be 0.5 to 4; 1 is used."),
        ("speed = nan", "line 1: speed is nan, but must be 0.5 to 4; 1 is used."),
        ("speed = true", "line 1: speed is true, but must be 0.5 to 4; 1 is used."),
        (f"speed = {10**400}", "line 1: a key or number of more than 200 characters; this line is not used."),
        ('width = "wide"', "line 1: width is wide, but must be a whole number from 20 to 200; 72 is used."),
        ("width = 72.0", "line 1: width is 72, but must be a whole number from 20 to 200; 72 is used."),
        ('# one\nface = "big"', "line 2: face is big, but must be auto, full or plain; auto is used."),
        ("stereo = 1", "line 1: stereo is 1, but must be true or false; true is used."),
        (
            '[keys]\nnext_page = "j Foo"',
            "line 2: keys.next_page is j Foo, but must be key names separated by spaces, "
            "such as j Right; empty for the keys of the keymap: 'Foo' is not a key; it is left out.",
        ),
        ("theme = 3", "line 1: theme is 3, but must be text in quotes; auto is used."),
        ('face = "a\\nb\\u001b"', "line 1: face is 'a\\nb', but must be auto, full or plain; auto is used."),
        ("[speed]\nx = 1", "line 1: speed is a table, but must be 0.5 to 4; 1 is used."),
        ("[pauses]\nitem = 1\n\nchange = -7",
         "line 4: pauses.change is -7, but must be a whole number from 0 to 10000; 700 is used."),
        ("speed = 1\npauses.chance = 7", "line 2: pauses.chance is not a setting (did you mean pauses.change?)."),
        ('theme = """\\\n[pauses] \\\nchange = 1\\\n"""\npauses = {chance = 1}',
         "line 5: pauses.chance is not a setting (did you mean pauses.change?)."),
        ("[[pauses]]\nchange = 1\nwidth = 1", "line 1: pauses is not a setting"),
        ("[quux.\"a.b\"]\nx = [\n1,\n2]\n", "line 1: quux is not a setting."),
        ("speed 1", "line 1: "),
        ("speed = 1\nspeed = 2", "line 2: "),
    ],
)  # fmt: skip
def test_a_wrong_line_is_told_with_its_place_and_the_default_holds(tmp_path: Path, text: str, warning: str) -> None:
    settings, warnings = load(tmp_path, text)
    assert len(warnings) == 1
    assert warnings[0].startswith(f"settings.toml, {warning}")
    assert settings.speed == 1
    assert settings.pauses[Pause.CHANGE] == 700


def test_a_line_that_is_no_toml_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    settings, warnings = load(tmp_path, 'face = "plain"\nspeed = = 2\r\nwidth 40\nvolume = 0.2\n')
    assert (settings.face, settings.speed, settings.volume) == ("plain", 1.0, 0.2)
    assert [warning.split(":")[0] for warning in warnings] == ["settings.toml, line 2", "settings.toml, line 3"]
    assert all(warning.endswith("; this line is not used.") for warning in warnings)


def test_warnings_come_in_the_order_of_the_lines(tmp_path: Path) -> None:
    _, warnings = load(tmp_path, "x = 1\nwidth = 1\n[pauses]\nspeed 1\nitem = 'a'\n")
    assert [int(warning.split()[2].rstrip(":")) for warning in warnings] == [1, 2, 4, 5]


@pytest.mark.parametrize(
    "data",
    [
        "speed = 2".encode("utf-16"),
        b'theme = """\nspeed = 2\n',
        b"x = " + b"[" * 10_000,
        b"x = " + b"1" * 5_000,
        b"not toml\n" * 50,
        b"\x00\x1b",
    ],
)
def test_what_is_no_toml_is_told_and_the_defaults_hold(tmp_path: Path, data: bytes) -> None:
    settings, warnings = load(tmp_path, data)
    assert settings == Settings()
    assert warnings
    assert all(warning.startswith("settings.toml, line ") and "\n" not in warning for warning in warnings)


def test_a_letter_that_is_not_utf_8_is_told_and_the_rest_is_used(tmp_path: Path) -> None:
    settings, warnings = load(tmp_path, b"speed = 2\n# caf\xe9\n")
    assert settings.speed == 2
    assert warnings == ("settings.toml, line 2: this is not UTF-8.",)


def test_a_byte_order_mark_is_no_trouble(tmp_path: Path) -> None:
    assert load(tmp_path, b"\xef\xbb\xbfspeed = 2\r\n") == (Settings(speed=2.0), ())


def test_a_folder_in_the_place_of_the_file_is_a_warning(tmp_path: Path) -> None:
    settings, warnings = load_settings(tmp_path)
    assert settings == Settings()
    assert len(warnings) == 1
    assert warnings == (f"{tmp_path}: a folder, not a file; the defaults are used.",)


def test_the_table_has_a_sentence_and_the_values_for_each_setting() -> None:
    table = settings_table()
    assert {row.name.split(".")[0] for row in table} == set(Settings._fields)
    for row in table:
        assert row.about.endswith(".")
        assert row.values
        assert row.check(row.default) == row.default
        assert type(row.default) in (str, bool, int, float)


def test_the_file_is_found_in_the_configuration_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "settings.toml").write_text("speed = 3")
    monkeypatch.setattr("tui_reader.settings.settings_file.config_folder", lambda: tmp_path)
    assert load_settings()[0].speed == 3


# Keeping one


def keep(tmp_path: Path, before: str, name: str, value: str | bool | int | float) -> str:
    path = tmp_path / "settings.toml"
    path.write_bytes(before.encode())
    keep_setting(name, value, path)
    assert {child.name for child in tmp_path.iterdir()} == {"settings.toml", ".settings.toml.lock"}
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "name", "value", "after"),
    [
        ("", "face", "plain", 'face = "plain"\n'),
        ("", "pauses.change", 5, "[pauses]\nchange = 5\n"),
        ("# mine\nspeed = 2 # fast\n", "speed", 1.5, "# mine\nspeed = 1.5 # fast\n"),
        ("speed=2", "stereo", False, "speed=2\nstereo = false\n"),
        ("[pauses]\nitem = 1\n", "face", "full", 'face = "full"\n[pauses]\nitem = 1\n'),
        ("[pauses] # ms\nitem = 1\n", "pauses.change", 5, "[pauses] # ms\nchange = 5\nitem = 1\n"),
        ("pauses.item = 1\n", "pauses.item", 5, "pauses.item = 5\n"),
        ("speed = 1\r\n", "speed", 2, "speed = 2.0\r\n"),
        ("speed = 1\r\n", "face", "full", 'speed = 1\r\nface = "full"\r\n'),
        ("speed = 1\n", "pauses.item", 9, "speed = 1\n\n[pauses]\nitem = 9\n"),
        ("theme = 'a # b' # c\n", "theme", 'x"\\', 'theme = "x\\"\\\\" # c\n'),
        ("x = [\n 1,\n]\nface = 'auto'\n", "face", "plain", 'x = [\n 1,\n]\nface = "plain"\n'),
    ],
)
def test_one_setting_is_kept_and_the_rest_stays_as_it_was(
    tmp_path: Path, before: str, name: str, value: str | bool | int | float, after: str
) -> None:
    assert keep(tmp_path, before, name, value) == after


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    for row in settings_table():
        keep_setting(row.name, row.default, path)
    keep_setting("face", "plain", path)
    assert load_settings(path) == (Settings(face="plain"), ())


@pytest.mark.parametrize("before", ["pauses = {item = 1}\n", 'theme = """\na"""\n', "speed 1\n", "x = " + "[" * 9999])
def test_what_cannot_be_changed_safely_is_left_alone(tmp_path: Path, before: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(before)
    name, value = ("theme", "b") if "theme" in before else ("pauses.item", 2)
    with pytest.raises(ReaderError, match=rf"^{name} could not be saved: [^\n]+settings\.toml: [^\n]+$"):
        keep_setting(name, value, path)
    assert path.read_text() == before


@pytest.mark.parametrize(("name", "value"), [("speed", 9), ("spede", 1), ("face", True)])
def test_a_wrong_value_is_not_kept(tmp_path: Path, name: str, value: str | int) -> None:
    with pytest.raises(UsageError):
        keep_setting(name, value, tmp_path / "settings.toml")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReaderError, match="face could not be saved"):
        keep_setting("face", "plain", tmp_path / "file" / "settings.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    (tmp_path / "dotfiles" / "mine.toml").write_text("speed = 2\n")
    (tmp_path / "settings.toml").symlink_to("dotfiles/mine.toml")
    keep_setting("speed", 3, tmp_path / "settings.toml")
    assert (tmp_path / "settings.toml").is_symlink()
    assert (tmp_path / "dotfiles" / "mine.toml").read_text() == "speed = 3.0\n"
