"""CHAT, the transcripts of CHILDES and TalkBank: a line for each utterance, with codes within and tiers below it.

The format: https://talkbank.org/manuals/CHAT.html. Main lines (`*MOT:`) are said without their codes; headers (`@`) and
dependent tiers (`%mor:`) are kept and not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui_reader.document.model import Document, Kind
from tui_reader.document.people.sex_and_age import stated
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder, DeclaredPerson, Rest, Time
from tui_reader.formats.source_file import SourceFile

_LINE = re.compile(r"^([*@%])([^\s:]{1,40})(?::[ \t]*|(?=[ \t]|$))([^\n]*(?:\n[ \t][^\n]*)*)", re.MULTILINE)
_TIMES = re.compile(r" ?\x15?(?:%?\w{0,20}:?\"[^\"\n]{0,250}\"_)?(?<!\d)(\d{1,12})_(\d{1,12})?\x15? ?$")
"""When an utterance was said, in milliseconds, at its end."""
_LONGEST_TIMES = 300
"""Characters of it, with the name of the recording."""
_CODE = re.compile(
    r" ?\[[^\[\]\n]*\]"  # [//], [: beans], [=! laughs]
    r"| ?[‡„]"
    r"| ?&[=*][^\s\[\].?!]*"  # &=laughs, &*MOT:mhm
    r"| ?(?<!\S)(?:xxx|yyy|www)(?:@\w+)?(?!\w)"
    r"|(?<!\S)0\w*(?!\S)"  # a word that is not said
    r"|\((?:\.{1,3}|\d+(?:[.:]\d+)*\.?)\)"  # pauses
    r"|(?<!\S)\+(?:[<^,+]|\"(?!/))"  # how it goes on from before
    r"| ?(?<![^ ])\+[/\"]*(?=[.?!])"  # how it ends: +... +/. +//? +"/.
    r"|(?<=\w)@[a-z][\w:$]*"  # choo@o
    r"|(?<!\S)&[-+~](?=\w)|[<>⌈⌉⌊⌋↑↓↗↘→∆∇≈≋°▁▔☺♋⁇∬§∙⁎Ἡ]|(?<=\w):(?=\w)|(?<=\w)\((?=\w)|(?<=\w)\)|(?<!\S)\((?=\w)"
)
"""What in a line is no word that was said."""
_COMPOUND = re.compile(r"(?<=[^\W\d_])[_+](?=[^\W\d_])")
"""Between the parts of a word: how_about, graham+cracker."""
_SPACE_BEFORE_STOP = re.compile(r"[ \t]+(?=[.?!,;](?:\s|$))")
_LONGEST_ROLE = 60
_ID_CODE, _ID_SEX = 2, 4
"""The fields of an @ID header: code, age, sex."""


def read(file: SourceFile) -> Document:
    """The Document of a CHAT file. Raises DocumentError where no line is an utterance."""
    builder = Builder(file.name, file.key, "chat", file.entries, file.warnings)
    end = 0
    for line in _LINE.finditer(file.text):
        _rest(builder, file.text[end : line.start()])
        end = line.end()
        sign, name, words = line[1], line[2], line[3]
        if sign == "*":
            said = list(_said(words))
            if any(isinstance(piece, str) and any(map(str.isalnum, piece)) for piece in said):
                builder.turn(name, f"*{name}:", name)
                builder.add(Kind.SPEECH, said)
            else:
                builder.residue(line[0], "an utterance without words")
            continue
        if sign == "@" and name == "Participants":
            builder.people.update(_participants(words))
        elif sign == "@" and name == "ID":
            _state(builder.people, words.split("|"))
        elif sign == "@" and name == "Languages":
            builder.language = words.split(",")[0].strip()
        builder.residue(line[0], "a line about the talk" if sign == "@" else "a line about what was said")
    _rest(builder, file.text[end:])
    document = builder.document()
    if not document.turns:
        raise DocumentError(f"{file.name}: CHAT without utterances; lines such as *MOT: are needed")
    return document


def _rest(builder: Builder, text: str) -> None:
    if text.strip():
        builder.residue(text.strip(), "no line of CHAT")


def _participants(words: str) -> Iterator[tuple[str, DeclaredPerson]]:
    """The people of a header: "CHI Ann Target_Child, MOT Mother"; names and roles by code."""
    for entry in words.split(","):
        fields = [field.replace("_", " ") for field in entry.split()]
        if fields:
            role = fields[-1][:_LONGEST_ROLE] if len(fields) > 1 else None
            name = fields[1] if len(fields) > 2 else None
            yield fields[0], DeclaredPerson(name, role, ("in the list of participants",))


def _state(people: dict[str, DeclaredPerson], fields: Sequence[str]) -> None:
    """Add what an @ID header says: language, corpus, code, age, sex and more."""
    if len(fields) > _ID_SEX:
        code, age, sex = fields[_ID_CODE : _ID_SEX + 1]
        people[code] = people.get(code, DeclaredPerson())._replace(stated=stated(sex, age))


def _said(words: str) -> Iterator[str | Rest | Time]:
    """The run of a main line: its time, its words, and the codes between them."""
    words = _COMPOUND.sub(" ", " ".join(words.split()))
    times = _TIMES.search(words, max(0, len(words) - _LONGEST_TIMES))
    if times:
        words = words[: times.start()]
        yield Time(int(times[1]) / 1000, int(times[2]) / 1000 if times[2] else None)
    words = _SPACE_BEFORE_STOP.sub("", words)
    end = 0
    for code in _CODE.finditer(words):
        yield words[end : code.start()]
        yield Rest(code[0], "a code of CHAT")
        end = code.end()
    yield words[end:]
    if times:
        yield Rest(times[0], "time of an utterance")
