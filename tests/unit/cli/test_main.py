"""The command line: what is opened, what is said, which status; most in this process, some as the real program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader import __version__
from tui_reader.cli.main import main
from tui_reader.cli.parser import command_names, parse
from tui_reader.document.model import Position
from tui_reader.formats import read
from tui_reader.library import Library, library_path
from tui_reader.narration.narration_options import NoteReading
from tui_reader.startup.reading_options import ReadingOptions, effective_settings, make_narration_options

TALK = "A Talk\n\nANNE: It is “cold” today — is it not?\n\nBEN: Yes.\n\nANNE: Then we walk.\n"
PROGRAM = [sys.executable, "-m", "tui_reader"]


def complaint(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str]:
    """The status of a command that fails, and its one line."""
    status = main([str(word) for word in argv])
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("tui-reader: ") and err.count("\n") == 1 and err.endswith("\n"), err
    return status, err


class TestErrors:
    """Each is one line on standard error: 2 for wrong use, 1 for the rest."""

    def test_a_missing_file_is_named(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        status, line = complaint(capsys, tmp_path / "no such.txt", "--print")
        assert status == 1 and "no such.txt" in line

    @pytest.mark.parametrize("command", ["--print", "play", "inspect"])
    def test_a_folder_is_no_document_for_any_command(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
    ) -> None:
        status, line = complaint(capsys, command, tmp_path)
        assert status == 1 and "folder" in line

    def test_an_empty_file_has_nothing_to_read(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        (tmp_path / "empty.txt").touch()
        status, line = complaint(capsys, tmp_path / "empty.txt", "--print")
        assert status == 1 and "empty.txt" in line and "empty" in line

    def test_a_binary_file_is_refused(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        (tmp_path / "program").write_bytes(bytes(range(256)) * 64)
        status, line = complaint(capsys, tmp_path / "program", "--print")
        assert status == 1 and "program" in line

    def test_a_file_without_permission_is_told(
        self, capsys: pytest.CaptureFixture[str], talk: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The system's refusal is put in the place of the file's opening, for root may open every file."""
        really_open = Path.open

        def refuse(self: Path, *args: object, **options: object) -> object:
            if self == talk:
                raise PermissionError(13, "Permission denied", str(self))
            return really_open(self, *args, **options)  # type: ignore[call-overload]

        monkeypatch.setattr(Path, "open", refuse)
        status, line = complaint(capsys, talk, "--print")
        assert status == 1 and "permission" in line

    @pytest.mark.parametrize("words", [["play"], ["voices", "aes", "--say"], ["--plain"], ["export", "-o", "x.wav"]])
    def test_an_unknown_engine_is_wrong_use(self, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
        status, line = complaint(capsys, *words, "--engine", "organ")
        assert status == 2 and "organ" in line and "espeak" in line

    @pytest.mark.parametrize("words", [[], ["--say"]])
    def test_an_unknown_voice_is_wrong_use(self, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
        status, line = complaint(capsys, "voices", "caruso", *words)
        assert status == 2 and "caruso" in line and "aes" in line

    @pytest.mark.parametrize("words", [["voices"], ["export", "-o", "x.wav"]])
    def test_a_broken_voice_file_is_named_with_its_line(
        self, capsys: pytest.CaptureFixture[str], home: Path, words: list[str]
    ) -> None:
        voices = home / "config" / "tui-reader" / "voices"
        voices.mkdir(parents=True)
        (voices / "mine.toml").write_text('name = "Mine"\npan = "left"\n[espeak]\nvoice = "en-us"\n')
        status, line = complaint(capsys, *words)
        assert status == 1 and "mine.toml:2:" in line

    @pytest.mark.parametrize(
        "words",
        [
            ["--speed", "9"], ["--speed", "fast"], ["--width", "3"], ["--nonsense"], ["one", "two"], [""],
            ["library", "--search", "\udcff"], ["people", "--name", "GWB=\udcff"], ["lexicon", "--add", "\udcff=a"],
            ["export"], ["play", "--from", "x"], ["voices", "--say"], ["--full", "--plain"], ["--width", "80", "play"],
            ["play", "--from", "99", "--no-sound"], ["--encoding", "klingon"], ["--speak", "--no-sound"],
        ],
    )  # fmt: skip
    def test_wrong_use_has_status_two(self, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
        assert complaint(capsys, *words)[0] == 2

    def test_the_full_screen_needs_a_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        status, line = complaint(capsys, "--full")
        assert status == 2 and "--print" in line

    def test_control_characters_of_a_name_do_not_reach_the_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, line = complaint(capsys, "\x1b[2Jevil\nname")
        assert "\x1b" not in line


class TestHelp:
    """Pages of help, as a person with a screen reader meets them."""

    @pytest.mark.parametrize("words", [[], *([command] for command in sorted(command_names()))])
    def test_no_line_is_wider_than_78_and_nothing_is_drawn(
        self, capsys: pytest.CaptureFixture[str], words: list[str]
    ) -> None:
        with pytest.raises(SystemExit) as end:
            main([*words, "--help"])
        page = capsys.readouterr().out
        assert end.value.code == 0
        assert max(map(len, page.splitlines())) <= 78
        assert page.isascii()

    def test_the_accessible_start_is_in_the_first_five_lines(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            main(["--help"])
        assert any("--plain" in line for line in capsys.readouterr().out.splitlines()[:5])

    def test_the_version_is_printed(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            main(["--version"])
        assert capsys.readouterr().out == f"tui-reader {__version__}\n"


class TestWhatIsOpened:
    """Which document a command means."""

    def test_into_a_pipe_the_document_is_printed(self, capsys: pytest.CaptureFixture[str], talk: Path) -> None:
        assert main([str(talk)]) == 0
        out = capsys.readouterr().out
        assert [line.split(":")[0] for line in out.splitlines() if ":" in line] == ["ANNE", "BEN", "ANNE"]
        assert "\x1b" not in out

    def test_at_first_it_is_the_memorandum(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([]) == 0
        assert capsys.readouterr().out.startswith("Memorandum of Telephone Conversation")

    def test_then_it_is_the_document_last_read(self, capsys: pytest.CaptureFixture[str], talk: Path) -> None:
        keep(talk, Position(1, 0))
        main([])
        assert capsys.readouterr().out.startswith("A Talk")

    def test_a_document_that_was_spoilt_is_told_and_the_memorandum_opened(
        self, capsys: pytest.CaptureFixture[str], talk: Path
    ) -> None:
        keep(talk, Position(1, 0))
        talk.write_bytes(b"")
        assert main([]) == 0
        out, err = capsys.readouterr()
        assert out.startswith("Memorandum") and "talk.txt" in err

    @pytest.fixture
    def named_voices(self, talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A document with the name of a command, in the current folder."""
        monkeypatch.chdir(talk.parent)
        talk.rename("voices")

    @pytest.mark.usefixtures("named_voices")
    def test_a_command_wins_over_a_file_of_its_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["voices"]) == 0
        out, err = capsys.readouterr()
        assert "aes" in out and "tui-reader ./voices" in err and err.count("\n") == 1

    @pytest.mark.usefixtures("named_voices")
    def test_with_its_folder_a_file_named_like_a_command_is_opened(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["./voices"]) == 0
        assert capsys.readouterr().out.startswith("A Talk")

    def test_a_library_that_cannot_be_used_is_told_and_the_reading_goes_on(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        assert main(["--print", "--library", str(tmp_path)]) == 0
        out, err = capsys.readouterr()
        assert out.startswith("Memorandum") and err.count("\n") == 1 and "folder" in err


class TestInspect:
    """The view of what was understood."""

    def test_json_is_one_object(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["inspect", str(MEMORANDUM), "--json"]) == 0
        shown = json.loads(capsys.readouterr().out)
        assert [turn["speaker"] for turn in shown["turns"]].count("AES") == 12 and shown["script"]

    def test_the_page_is_for_people(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["inspect"]) == 0
        assert "23 turns by 2 speakers" in capsys.readouterr().out

    def test_the_ledger_ends_with_nothing_lost(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["inspect", "--ledger"]) == 0
        assert capsys.readouterr().out.endswith("nothing lost\n")

    def test_the_ledger_as_json_covers_the_file(self, capsys: pytest.CaptureFixture[str], talk: Path) -> None:
        assert main(["inspect", "--ledger", "--json", str(talk)]) == 0
        shown = json.loads(capsys.readouterr().out)
        assert "".join(entry["printed"] for entry in shown["entries"]) == TALK and shown["lost"] == 0


class TestVoices:
    """The list of voices, and one heard."""

    def test_each_voice_is_listed(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["voices"]) == 0
        out = capsys.readouterr().out
        assert {"aes", "gwb", "narrator"} <= {line.split()[0] for line in out.splitlines()}

    def test_one_is_heard_to_its_end(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["voices", "aes", "--say", "Hi.", "--engine", "tone", "--speed", "4", "--no-sound"]) == 0


class TestTheRealProgram:
    """What only a process of its own can show: encodings, pipes, signals."""

    def test_a_terminal_without_utf_8_gets_the_nearest_ascii(self, talk: Path) -> None:
        run = subprocess.run(
            [*PROGRAM, talk], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=True
        )
        assert b'ANNE: It is "cold" today -- is it not?' in run.stdout

    def test_json_stays_json_without_utf_8(self, talk: Path) -> None:
        run = subprocess.run(
            [*PROGRAM, "inspect", "--json", talk],
            capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=True,
        )  # fmt: skip
        assert json.loads(run.stdout)["turns"][0]["text"] == "It is “cold” today — is it not?"

    def test_a_reader_of_the_pipe_that_leaves_early_is_no_error(self, tmp_path: Path) -> None:
        path = tmp_path / "long.txt"
        path.write_text(TALK + "BEN: Yes, we walk.\n\nANNE: We walk on.\n\n" * 5000)
        program = subprocess.Popen([*PROGRAM, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert program.stdout and program.stderr
        program.stdout.read(10)
        program.stdout.close()
        with program:
            assert program.stderr.read() == b""
        assert program.returncode == 0

    def test_a_full_disk_behind_standard_output_is_one_line(self) -> None:
        with Path("/dev/full").open("wb") as full:
            run = subprocess.run([*PROGRAM, "--print"], stdout=full, stderr=subprocess.PIPE, check=False)
        assert run.returncode == 1
        assert run.stderr == b"tui-reader: Standard output: No space left on device.\n"

    def test_python_m_runs_it(self) -> None:
        run = subprocess.run([*PROGRAM, "--version"], capture_output=True, check=True, text=True)
        assert run.stdout == f"tui-reader {__version__}\n"

    @pytest.mark.parametrize(
        ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 128 + 15), (signal.SIGHUP, 128 + 1)]
    )
    def test_play_stopped_by_a_signal_says_nothing_and_keeps_the_place(
        self, talk: Path, number: signal.Signals, status: int
    ) -> None:
        program = subprocess.Popen(
            [*PROGRAM, "play", talk, "--no-sound", "--engine", "tone", "--from", "2"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert program.stdout and program.stderr
        assert program.stdout.readline() == b"BEN\n"
        time.sleep(0.1)
        program.send_signal(number)
        assert program.stderr.read() == b""
        with program:
            assert program.wait(10) == status
        assert kept(talk).page >= 1

    def test_play_read_to_its_end_begins_anew_the_next_time(self, talk: Path) -> None:
        run = subprocess.run(
            [*PROGRAM, "play", talk, "--no-sound", "--engine", "quiet", "--speed", "4", "--captions"],
            capture_output=True, check=True, text=True,
        )  # fmt: skip
        assert run.stdout.splitlines() == [
            "Narrator: A Talk", "ANNE: It is “cold” today — is it not?", "BEN: Yes.", "ANNE: Then we walk.",
        ]  # fmt: skip
        assert kept(talk) == (0, 0)

    def test_play_without_a_sound_device_says_so_in_a_line_and_goes_on(self, talk: Path) -> None:
        run = subprocess.run(
            [*PROGRAM, "play", talk, "--engine", "tone", "--speed", "4"],
            capture_output=True, check=True, text=True, env={**os.environ, "PULSE_SERVER": "unix:/nonexistent"},
        )  # fmt: skip
        assert run.stdout.split() == ["Narrator", "ANNE", "BEN", "ANNE"]
        assert run.stderr.count("\n") <= 1


def keep(path: Path, position: Position) -> None:
    """Leave a document at a place, as if it had been read up to it."""
    library = Library(library_path())
    library.keep_place(read(path), path, position)
    library.close()


def kept(path: Path) -> Position:
    """Where the reading of a document was left."""
    library = Library(library_path())
    place = library.place(read(path).key)
    library.close()
    assert place is not None
    return place


@pytest.mark.parametrize("command", [["play"], ["export", "-o", "x.wav"]])
def test_play_and_export_say_what_is_wanted(talk: Path, command: list[str]) -> None:
    asked = parse([*command, str(talk), "--only", "ben", "--only", "Anne", "--notes", "turn"])
    options = ReadingOptions(only=tuple(asked.only), notes=asked.notes)
    settings, _ = effective_settings(options)
    choices = make_narration_options(read(talk), settings, options)
    assert choices.only == {"BEN", "ANNE"} and choices.notes is NoteReading.TURN


def test_play_says_one_speaker_alone(capsys: pytest.CaptureFixture[str], talk: Path) -> None:
    words = ["play", str(talk), "--no-sound", "--engine", "quiet", "--rate", "4", "--captions", "--only", "ben"]
    assert main(words) == 0
    assert capsys.readouterr().out == "BEN: Yes.\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--only", "Cato"], "talk.txt has ANNE, BEN"),
        (["--notes", "loud"], "not one of silent, sound, mark, turn, end"),
    ],
)
def test_a_wrong_wish_of_play_is_told_in_a_line(
    capsys: pytest.CaptureFixture[str], talk: Path, options: list[str], told: str
) -> None:
    status, line = complaint(capsys, "play", talk, "--engine", "quiet", "--no-sound", *options)
    assert status == 2 and told in line
