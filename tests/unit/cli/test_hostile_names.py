"""Whatever names, titles and words from outside hold, no command prints what a terminal obeys or nobody can see."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.support.pty_program import PtyProgram
from tui_reader.cli.main import main
from tui_reader.paths import config_folder

HOSTILE = "N\x1b]0;x\x07\x1b[31mM\rc\nINJECTED \x9b1me\u202ef\u2028INJECTED"
"""Sets the title and the colour of a terminal, starts new lines, turns the direction of the text around."""
QUOTED = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in HOSTILE)
"""The same in a TOML string."""
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|^INJECTED", re.MULTILINE)
PEOPLE = f"""
[[person]]
name = "Anne {QUOTED} Bee"
role = "{QUOTED}"
labels = ["ANNE"]
source = "{QUOTED}"
[[person]]
name = "Nobody"
labels = ["Z{QUOTED}"]
[[person]]
name = "Wrong"
"k{QUOTED}" = 1
"""
VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>V&#x202e;x&#x9b;31m</title>
</titleStmt></fileDesc></teiHeader><text><body>
<div type="document" xml:id="d1"><head>T&#x202e;&#x2028;INJECTED</head><sp><speaker>A</speaker><p>Hi.</p></sp></div>
<div type="document" xml:id="d2"><head>T&#x9b;1m</head><p>Hi.</p></div></body></text></TEI>"""
PLS = """<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="x&#x202e;" xml:lang="en">
<lexeme><grapheme>w&#x202e;&#x9b;1m</grapheme><alias>v&#x202e;</alias></lexeme>
<lexeme><grapheme>u&#x202e;&#x9b;1m</grapheme><phoneme>&#x202e;&#x9b;1m</phoneme></lexeme></lexicon>"""
FILES = {"talk": "talk.txt", "bad": "bad.txt", "volume": "vol.xml"}
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names of files cannot hold these characters there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents, and files beside them and in the configuration folder, with hostile names and contents."""
    folder = tmp_path / HOSTILE
    (config_folder() / "voices").mkdir(parents=True)
    files = {
        "talk.txt": "ANNE: Yes, I went.\n\nBEN: No, not me.\n\nANNE: Yes.\n\nBEN: No.\n",
        "talk.people.toml": PEOPLE,
        "talk.lexicon.toml": f'"went{QUOTED}" = "{QUOTED}"\nwent = "wend {QUOTED}"\n',
        "bad.txt": "ANNE: Yes.\n\nBEN: No.\n\nANNE: Yes.\n",
        "bad.people.toml": f'person = "{QUOTED}"\n',
        "bad.lexicon.toml": f'"{QUOTED}" = {{"{QUOTED}" = 1}}\n',
        "vol.xml": VOLUME,
        "words.pls": PLS,
    }
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{HOSTILE}{name}").write_text(text)
    (config_folder() / "settings.toml").write_text(f'"{QUOTED}" = 1\ntheme = "{QUOTED}"\nbroken\x1b[31m\n')
    (config_folder() / "voices" / f"v{HOSTILE}.toml").write_text(f'about = "{QUOTED}"\n[espeak]\nvoice = "en+m1"\n')
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ["--print", "{talk}"], ["--print", "{bad}"], ["--print", "{volume}"], ["--print", "{volume}#{hostile}"],
        ["--print", "{folder}"], ["--print", "{talk}{hostile}"], ["{hostile}"], ["--{hostile}"], ["play{hostile}", "x"],
        ["--library", "{folder}", "--print", "{talk}"], ["--encoding", "{hostile}", "--print", "{talk}"],
        ["--width", "{hostile}", "{talk}"], ["--print", "--ascii", "{talk}"],
        ["inspect", "{talk}"], ["inspect", "{bad}"], ["inspect", "{talk}", "--json"], ["inspect", "{talk}", "--ledger"],
        ["inspect", "{talk}", "--ledger", "--json"], ["inspect", "{talk}", "--why", "1"], ["inspect", "{volume}"],
        ["inspect", "{volume}", "--json"], ["inspect", "{hostile}"],
        ["people", "{talk}"], ["people", "{talk}", "--name", "ANNE={hostile}", "--role", "BEN={hostile}"],
        ["people", "{talk}", "--merge", "{hostile}={hostile}"], ["people", "{talk}", "--share", "{folder}/{hostile}"],
        ["bookmarks", "{talk}"], ["bookmarks", "{talk}", "--export", "{folder}/{hostile}"],
        ["bookmarks", "{talk}", "--export", "{folder}"],
        ["lexicon", "{talk}"], ["lexicon", "{bad}"], ["lexicon", "{talk}", "--add", "went{hostile}=wend{hostile}"],
        ["lexicon", "--add", "{hostile}=w{hostile}"], ["lexicon", "--add", "{hostile}"],
        ["lexicon", "--remove", "{hostile}"], ["lexicon", "--import", "{folder}/{hostile}words.pls"],
        ["lexicon", "--import", "{folder}/{hostile}bad.lexicon.toml"], ["lexicon", "--import", "{hostile}"],
        ["library", "--add", "{folder}"], ["library", "--add", "{hostile}"], ["library", "--remove", "{hostile}"],
        ["library", "--search", "{hostile}"],
        ["voices"], ["voices", "{hostile}"], ["voices", "--forget", "{hostile}"], ["doctor"],
        ["play", "{talk}", "--no-sound", "--engine", "quiet", "--speed", "4", "--captions"],
        ["play", "{talk}", "--engine", "{hostile}"], ["play", "{talk}", "--only", "{hostile}"],
        ["play", "{talk}", "--no-sound", "--engine", "quiet", "--from", "{hostile}"],
        ["export", "{talk}", "-o", "{folder}/{hostile}.txt"], ["export", "{talk}", "-o", "{folder}/{hostile}.none"],
        ["export", "{talk}", "-o", "{hostile}/x.txt"], ["export", "{talk}", "-o", "x.txt", "--format", "{hostile}"],
        ["export", "{folder}", "-o", "{folder}/out{hostile}", "--format", "txt", "--jobs", "1"],
        ["verify", "{talk}"], ["verify", "{hostile}.vtt"], ["help", "{hostile}"], ["completions", "{hostile}"],
        ["serve", "{hostile}"],
    ],
)  # fmt: skip
def test_no_command_prints_what_a_terminal_obeys(
    folder: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    names = {key: folder / f"{HOSTILE}{file}" for key, file in FILES.items()}
    main([word.format(folder=folder, hostile=HOSTILE, **names) for word in words])
    for text in capsys.readouterr():
        assert UNSAFE.search(text) is None, text


def test_what_was_added_to_the_library_is_listed_safely(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["library", "--add", str(folder)])
    main(["library"])
    main(["library", "--search", "went"])
    out, _ = capsys.readouterr()
    assert out.count("talk.txt") >= 2
    assert UNSAFE.search(out) is None, out


@pytest.mark.parametrize("words", [["--print"], ["inspect"], ["--plain", "--keys", "line", "--no-sound"]])
def test_a_terminal_gets_no_more_than_a_pipe(folder: Path, home: Path, words: list[str]) -> None:
    environment = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "LANG": "C.UTF-8"}
    talk = str(folder / f"{HOSTILE}talk.txt")
    with PtyProgram([sys.executable, "-m", "tui_reader", *words, talk], environment) as program:
        if "--plain" in words:
            program.wait_for(b"went")
            program.press(b"q\n")
        assert program.wait() == 0
        text = program.output.decode().replace("\r\n", " ")
    assert "INJECTED" in text
    assert UNSAFE.search(text) is None, text
