"""Inputs of the target `files`: people files, lexicons (TOML and PLS), settings and voices, damaged by chance."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.fuzz.hostile import broken, swollen
from tests.fuzz.properties import one_line
from tests.fuzz.target import Input, flipped
from tests.fuzz.toml_damage import damaged
from tui_reader.casting.voice_set import read_voice
from tui_reader.errors import ReaderError
from tui_reader.formats import people_file, read
from tui_reader.library.lexicon_import import read_lexicon
from tui_reader.narration.normalization import Lexicon, load_lexicon
from tui_reader.paths import bundled
from tui_reader.settings import keep_setting, load_settings

TALK = "GWB: It is settled.\n\nAES: Addlay knows (1) of SAM sites.\n\nGWB: Yes.\n\nAES: No.\n"
PEOPLE = """not_labels = ["Source", "Note"]

[[person]]
name = "George W. Ball"
role = "Under Secretary of State"
labels = ["GWB", "GB"]

[[person]]
name = "Adlai E. Stevenson"
labels = ["AES"]
source = "the list of persons"
"""
LEXICON = """Adlai = "Addlay"
"SAM sites" = {said = "sam sites", case = false, whole_word = false}
vice = {said = "wicky", language = "la"}
Ball = {ipa = "bɔːl"}
Yes = {skip = true}
[No]
phonemes = "n'oU"
"""
PLS = """<?xml version="1.0"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-US">
<lexeme><grapheme>Adlai</grapheme><grapheme>Addlay</grapheme><phoneme>ˈædleɪ</phoneme></lexeme>
<lexeme><grapheme>SAM</grapheme><alias>sam</alias></lexeme>
<lexeme role="x"><grapheme>Ball</grapheme><phoneme alphabet="x-espeak">b'O:l</phoneme></lexeme>
</lexicon>
"""
SETTINGS = """# by hand
speed = 1.5
face = "auto"
stereo = true
width = 72
device = 'a "card"'

[pauses]
change = 700
answer = 350

[keys]
quit = "q Q"
"next" = '''n'''
"""
SEEDS = {
    "talk.people.toml": PEOPLE,
    "lexicon.toml": LEXICON,
    "lexicon.pls": PLS,
    "settings.toml": SETTINGS,
    "voice.toml": "",
}
"""Each file as it should be; a voice is one of those that come with the program."""


class OwnFiles:
    """Files beside a document, and the person's own."""

    name = "files"

    def made(self, chance: Random) -> Input:
        """One of the files, damaged."""
        name = chance.choice([*SEEDS])
        voices = sorted(bundled("voices").glob("*.toml"))
        text = SEEDS[name] or chance.choice(voices).read_text(encoding="utf-8")
        if not name.endswith(".pls"):
            text = damaged(text, chance)
        data = text.encode("utf-8", "replace")
        way = chance.random()
        if way < 0.3 or (name.endswith(".pls") and way < 0.9):
            data = broken(data, chance, 8000)
        elif way < 0.4:
            data = flipped(data, chance)
        elif way > 0.998:
            data = swollen(data, chance, 300_000)
        return Input(name, data)

    def tried(self, what: Input, chance: Random, folder: Path) -> None:
        """Read it as the program does: an answer, or one line."""
        path = folder / what.name
        path.write_bytes(what.data)
        try:
            _used(path)
        except ReaderError as error:
            one_line(str(error))
        finally:
            path.unlink()


def _used(path: Path) -> None:
    if path.name == "talk.people.toml":
        _people(path)
    elif path.name == "settings.toml":
        _settings(path)
    elif path.name == "voice.toml":
        voice = read_voice(path)
        one_line(f"{voice.name} {voice.about}")
    else:
        _lexicon(path)


def _people(path: Path) -> None:
    """The document beside it always opens."""
    for warning in people_file.load(path).warnings:
        one_line(warning)
    talk = path.with_name("talk.txt")
    if not talk.exists():
        talk.write_text(TALK)
    document = read(talk)
    assert len(document.turns) == 4, "the people file has changed the turns"
    for words in (*document.warnings, *(person.name or "" for person in document.people)):
        one_line(words)


def _settings(path: Path) -> None:
    """All settings have a value, and one can be kept where the file can be changed."""
    _, warnings = load_settings(path)
    for warning in warnings:
        one_line(warning)
    keep_setting("speed", 2.5, path)
    settings, _ = load_settings(path)
    assert settings.speed == 2.5, "what was kept is not there"


def _lexicon(path: Path) -> None:
    """Its words can be found and written, and are the same when they are read again."""
    entries, left_out = read_lexicon(path)
    for line in left_out:
        one_line(line)
    Lexicon(entries).found(TALK, "en")
    again = path.with_name("again.toml")
    latest = {entry.written: entry for entry in entries}
    again.write_text("".join(f"{entry.line}\n" for entry in latest.values()), encoding="utf-8")
    read_again = {entry.written: entry for entry in load_lexicon(again).entries}
    assert read_again == latest, "an entry is another when it is read again"
