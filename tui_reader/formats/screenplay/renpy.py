"""Scripts of games for Ren'Py (https://www.renpy.org/doc/html/dialogue.html): who says what, without the commands.

`define a = Character("Anna")` names somebody, `a happy "Come in!"` is a speech, `"It is night."` and the choices of a
menu are the narrator's. Commands, Python and screens stand in the document's text as residue. Follows no jumps: all
branches are read in the order of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui_reader.document.model import Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.errors import DocumentError
from tui_reader.formats.builder import Builder, Ref, Rest
from tui_reader.formats.headings import slug

_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*"' + r"|'[^'\\]*+(?:\\.[^'\\]*+)*'"
_DEFINED = re.compile(
    r"^[ \t]*(?:define|\$|default)[ \t]+(\w+)[ \t]*=[ \t]*(?:\w+\.)?\w*Character\(\s*"
    rf"(?:name[ \t]*=[ \t]*)?(?:_\()?(None|{_STRING})",
    re.MULTILINE,
)
_SAID = re.compile(
    rf"(?:(?P<who>[\w.]+|{_STRING})(?P<how>(?:[ \t]+(?:[@-][ \t]?)?\w+)*)[ \t]+)??(?P<words>{_STRING})"
    r"(?P<rest>(?:[ \t]+(?:with|id|nointeract)\b[^\"']{0,80}|[ \t]*\([^()]{0,200}\))?"
    r"(?P<choice>(?:[ \t]+if\b[^\"]{0,200})?:)?)"
)
_OPENED = re.compile(r"(?P<before>[^\"'#]*+)(?P<sign>\"\"\"|\")(?P<words>.*)")
_CLOSED = re.compile(r"[^\"\\]*+(?:\\.[^\"\\]*+)*\"")
_LAST = re.compile(_CLOSED.pattern + r"[^\"]*")
"""The line in which a string ends, and no other begins."""
_PARAGRAPHS = re.compile(r"\n[^\S\n]*+\n\s*+")
_MOST_LINES = 100
"""Lines that a string may go over."""
_BLOCK = re.compile(
    r"(?:init(?:[ \t]+-?\d+)?[ \t]+)?(?:python|screen|style|transform|image|layeredimage)\b.*:$"
    r"|init(?:[ \t]+-?\d+)?:$|translate[ \t]+\w+[ \t]+(?:strings|style|python)\b.*:$"
)
"""Begins a block of which nobody says anything."""
_LABEL = re.compile(r"label[ \t]+([\w.]+).*:$")
_TAG = re.compile(r"\{[^{}\n]{0,200}\}")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_COMMANDS = (
    "show scene hide play stop queue jump call return with window pause image define default label menu if elif else "
    "while pass init python screen transform style translate voice sound nvl text old new renpy at zorder camera "
    "textbutton add use key timer style_prefix style_suffix background hover_sound"
)
_COMMAND_WORDS = frozenset(_COMMANDS.split())
_NARRATOR = frozenset(("narrator", "centered", "vcentered"))
_COMMAND = "a command of the game"


def looks_so(text: str) -> bool:
    """Whether a text has labels and defines who speaks."""
    return "Character(" in text and bool(re.search(r"^label[ \t]+\w+", text, re.MULTILINE) and _DEFINED.search(text))


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a clean script. Raises DocumentError where nobody says anything in it."""
    builder = Builder(name, key, "renpy", entries, warnings)
    if not _Script(text, builder).read():
        raise DocumentError(f"{name}: a script of a game in which nobody says anything; open the one with the dialogue")
    return builder.document()


class _Script:
    """The lines of a script, given to the builder one after the other."""

    def __init__(self, text: str, builder: Builder) -> None:
        self._text, self._builder = text, builder
        self._names = {found[1]: found[2] for found in _DEFINED.finditer(text)}
        self._speaking = False
        self._said = 0

    def read(self) -> int:
        """Read all; how many lines somebody, or the narrator, says."""
        for line, silent in self._lines():
            label = _LABEL.fullmatch(line)
            if label:
                self._builder.part(slug(label[1].replace("_", " ")))
                self._speaking = False
            if silent or label or not self._statement(line):
                self._builder.residue(line, _COMMAND)
        return self._said

    def _lines(self) -> Iterator[tuple[str, bool]]:
        """Each statement, and whether it stands in a block of which nobody says anything."""
        outside: int | None = None
        for line in _statements(self._text):
            bare = line.strip()
            if not bare:
                continue
            indent = len(line) - len(line.lstrip())
            if outside is not None and indent > outside:
                yield bare, True
                continue
            outside = indent if _BLOCK.fullmatch(bare) else None
            yield bare, outside is not None or bare.startswith(("#", "$"))

    def _statement(self, line: str) -> bool:
        """Take a line that somebody says, or a choice; False for a command."""
        found = _SAID.fullmatch(line)
        if not found or found["who"] in _COMMAND_WORDS:
            return False
        run: list[str | Ref | Rest] = [*_run(found["words"])]
        if found["how"]:
            run.insert(0, Rest(found["how"].strip() + " ", "how a figure looks"))
        if found["rest"]:
            run.append(Rest(found["rest"], _COMMAND))
        who = self._name(found["who"])
        self._said += 1
        if who is None or found["choice"]:
            if found["who"]:
                run.insert(0, Rest(f"{found['who']} ", _COMMAND))
            self._builder.add(Kind.ASIDE if self._speaking else Kind.PARAGRAPH, run)
            return True
        if found["who"] == "extend" and self._speaking:
            run.insert(0, Rest("extend ", _COMMAND))
        else:
            self._builder.turn(who, found["who"])
        self._speaking = True
        self._builder.add(Kind.SPEECH, run)
        return True

    def _name(self, printed: str | None) -> str | None:
        """Who speaks, by the name before the words; None for the narrator."""
        if printed is None or printed in _NARRATOR:
            return None
        name = self._names.get(printed, printed)
        if name == "None":
            return None
        words = _TAG.sub("", name.strip("\"'")).strip("[] ")
        return words or None


def _statements(text: str) -> Iterator[str]:
    """The lines of a script, those over which a string goes as one; in three quotation marks each paragraph apart."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line, opened = lines[at], _OPENED.fullmatch(lines[at])
        at += 1
        if opened and opened["sign"] == '"' and not _CLOSED.match(opened["words"]):
            end = next((i for i in range(at, min(at + _MOST_LINES, len(lines))) if _CLOSED.match(lines[i])), None)
            if end is not None and _LAST.fullmatch(lines[end]):
                line, at = " ".join((line.rstrip(), *map(str.strip, lines[at : end + 1]))), end + 1
        elif opened and opened["sign"] == '"""':
            rest = "\n".join((opened["words"], *lines[at : at + _MOST_LINES]))
            words, closing, behind = rest.partition('"""')
            if closing:
                for paragraph in _PARAGRAPHS.split(words.strip()):
                    said = " ".join(paragraph.split()).replace('\\"', '"').replace('"', '\\"')
                    yield f'{opened["before"]}"{said}"'
                at += words.count("\n")
                line = line[: len(line) - len(line.lstrip())] + behind.partition("\n")[0]
        yield line


def _run(string: str) -> Iterator[str | Ref | Rest]:
    """The words in quotation marks, without the tags of text."""
    words = _ESCAPED.sub(lambda sign: "\n" if sign[1] == "n" else sign[1], string[1:-1])
    at = 0
    for tag in _TAG.finditer(words):
        yield words[at : tag.start()]
        yield Rest(tag[0], "a tag")
        at = tag.end()
    yield words[at:]
