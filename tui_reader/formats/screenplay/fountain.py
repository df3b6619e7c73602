"""Fountain, screenplays in plain text (https://fountain.io/syntax): title page, scenes, action, speeches.

The document's text is what the builder writes: the lines of the file in their order, signs of emphasis as printed.
Signs that force an element, writers' notes and what is commented out (the boneyard) stand in it as residue. Our own
scanner: screenplay-tools gives elements, but not what it leaves out, and nothing may be lost here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.document.model import Document, Kind
from tui_reader.document.people.named_person import PersonEntry
from tui_reader.formats.builder import Builder, Ref, Rest
from tui_reader.formats.screenplay.fountain_lines import SCENE, is_cue
from tui_reader.formats.screenplay.screenplay import Screenplay

_FIELD = re.compile(r"([A-Za-z][A-Za-z ]{0,30}):[ \t]*(.*)")
_TITLE_FIELDS = frozenset(("title", "credit", "author", "authors", "source", "draft date", "contact", "copyright"))
_TITLE_FIELDS |= {"notes", "date", "revision", "contact info", "format"}
_NUMBER = re.compile(r"[ \t]*(#[\w.\-]{1,20}#)[ \t]*$")
_TRANSITION = re.compile(r"[A-Z0-9 .'’-]{0,60}TO:")
_HELD = re.compile("\x00(\\d+)\x00")
_EMPHASIS = re.compile(r"((?<!\w)[*_]{1,4}(?=\S)|(?<=\S)[*_]{1,4}(?!\w))")
_ENCLOSED = (("/*", "*/", "commented out"), ("[[", "]]", "writer's note"))


def parse(
    text: str, name: str, key: str, entries: Sequence[PersonEntry] = (), warnings: Sequence[str] = ()
) -> Document:
    """The Document of a clean text of Fountain."""
    return _Fountain(text, Builder(name, key, "fountain", entries, warnings)).document()


class _Fountain:
    """The lines of a screenplay, taken one block after the other."""

    def __init__(self, text: str, builder: Builder) -> None:
        self._builder = builder
        self._play = Screenplay(builder)
        self._held: list[Rest] = []
        for opening, closing, why in _ENCLOSED:
            text = self._hold(text, opening, closing, why)
        self._lines = text.strip("\n").split("\n")

    def document(self) -> Document:
        """All of it."""
        at = self._title_page()
        while at < len(self._lines):
            at = self._element(at)
        self._play.finish()
        return self._builder.document()

    def _hold(self, text: str, opening: str, closing: str, why: str) -> str:
        """Put aside what is enclosed; a number between two zero characters, which no text holds, is left for it."""
        pieces: list[str] = []
        at = 0
        while (start := text.find(opening, at)) >= 0 and (end := text.find(closing, start + 2)) >= 0:
            pieces += [text[at:start], f"\x00{len(self._held)}\x00"]
            self._held.append(Rest(text[start : end + 2], why))
            at = end + 2
        return "".join([*pieces, text[at:]])

    def _run(self, words: str) -> list[str | Ref | Rest]:
        """The words with what was put aside in its places."""
        run: list[str | Ref | Rest] = []
        at = 0
        for held in _HELD.finditer(words):
            run += [words[at : held.start()], *self._opened(self._held[int(held[1])])]
            at = held.end()
        return [*run, words[at:]]

    def _opened(self, rest: Rest) -> list[Rest]:
        """What was put aside; a boneyard inside a note is put back in its place."""
        words = _HELD.sub(lambda held: self._held[int(held[1])].text, rest.text)
        return [Rest(words, rest.why)]

    # The title page

    def _title_page(self) -> int:
        """Give the builder the fields above the first blank line; the line after them."""
        first = _FIELD.match(self._lines[0])
        if not first or first[1].casefold() not in _TITLE_FIELDS:
            return 0
        fields: list[tuple[str, list[str]]] = []
        at = 0
        while at < len(self._lines) and self._lines[at].strip():
            line = self._lines[at]
            at += 1
            field = None if line[:1].isspace() else _FIELD.match(line)
            if field:
                fields.append((field[1], [field[2]]))
            else:
                fields[-1][1].append(line.strip())
        kept = []
        for name, lines in fields:
            words = "\n".join(line for line in lines if line)
            if name.casefold() == "title" and words and self._builder.title is None:
                run: list[str | Ref | Rest] = [Rest(f"{name}:", "name of a field"), " "]
                for piece in self._run(words):
                    run += _without_emphasis(piece) if isinstance(piece, str) else [piece]
                self._builder.title = self._builder.passage(Kind.HEADING, run)
            else:
                kept.append(f"{name}: {words}")
        if kept:
            self._builder.part("title-page", on_demand=True)
            for words in kept:
                self._builder.add(Kind.PARAGRAPH, self._run(words))
        return at

    # The script

    def _element(self, at: int) -> int:
        """Tell the element at the line `at`; the line after it."""
        line = self._lines[at]
        bare = _HELD.sub("", line).strip()
        if not bare:
            if line.strip():
                self._silent(line)
            return at + 1
        before = at == 0 or not _HELD.sub("", self._lines[at - 1]).strip()
        after = at + 1 >= len(self._lines) or not self._lines[at + 1].strip()
        if self._structure(line, bare):
            return at + 1
        if (bare.startswith(".") and bare[1:2] not in (".", "")) or (before and SCENE.match(bare)):
            self._scene(line)
            return at + 1
        if bare.startswith(">"):
            self._forced(line.strip(), ">", "sign of a transition" if not bare.endswith("<") else "sign of the middle")
            return at + 1
        if before and after and _TRANSITION.fullmatch(bare):
            self._play.action(self._run(line))
            return at + 1
        if before and self._is_cue(at, bare):
            return self._speech(at)
        return self._action(at)

    def _structure(self, line: str, bare: str) -> bool:
        """Page breaks, sections and synopses."""
        if re.fullmatch("={3,}", bare):
            self._silent(line, "page break")
        elif bare.startswith("="):
            self._builder.residue(self._plain(line.strip()), "synopsis")
        elif bare.startswith("#") and bare.strip("# "):
            signs = bare[: len(bare) - len(bare.lstrip("#"))]
            words = line.strip().removeprefix(signs)
            self._play.scene([Rest(signs, "sign of a section"), " ", *self._run(words)], "section")
        else:
            return False
        return True

    def _scene(self, line: str) -> None:
        words = line.strip()
        run: list[str | Ref | Rest] = []
        if words.startswith("."):
            run.append(Rest(".", "sign of a scene"))
            words = words[1:]
        number = _NUMBER.search(words)
        run += self._run(words[: number.start()] if number else words)
        if number:
            run += [" ", Rest(number[1], "number of a scene")]
        self._play.scene(run)

    def _forced(self, line: str, sign: str, why: str) -> None:
        words = line.removeprefix(sign)
        run: list[str | Ref | Rest] = [Rest(sign, why)]
        if words.endswith("<"):
            run += [*self._run(words[:-1]), Rest("<", why)]
        else:
            run += self._run(words)
        self._play.action(run)

    def _is_cue(self, at: int, bare: str) -> bool:
        """Whether the line is a name in capitals, or forced with "@", with words right below it."""
        if at + 1 >= len(self._lines) or self._lines[at + 1] == "" or not _HELD.sub("", self._lines[at + 1]):
            return False
        return is_cue(bare)

    def _speech(self, at: int) -> int:
        self._play.cue(self._plain(self._lines[at].strip()))
        at += 1
        spoken: list[str] = []
        while at < len(self._lines) and (self._lines[at].strip() or self._lines[at].startswith("  ")):
            line = self._lines[at].strip()
            at += 1
            if not line.startswith("(") and not line.startswith("~"):
                spoken.append(line)
                continue
            self._spoken(spoken)
            if line.startswith("~"):
                self._play.dialogue([Rest("~", "sign of a song"), " ", *self._run(line[1:])], verse=True)
                continue
            while not line.endswith(")") and at < len(self._lines) and self._lines[at].strip():
                line += "\n" + self._lines[at].strip()
                at += 1
            self._play.parenthetical(self._run(line))
        self._spoken(spoken)
        return at

    def _spoken(self, lines: list[str]) -> None:
        if any(lines):
            self._play.dialogue(self._run("\n".join(lines)))
        lines.clear()

    def _action(self, at: int) -> int:
        """The lines of a paragraph; each may be forced with "!"."""
        run: list[str | Ref | Rest] = []
        first = at
        while at < len(self._lines) and (line := self._lines[at].strip()):
            bare = _HELD.sub("", line).strip()
            if at > first and (bare.startswith((">", "#", "=")) or (bare.startswith(".") and bare[1:2] != ".")):
                break
            if line.startswith(("!", "~")):
                run.append(Rest(line[0], "sign of action" if line[0] == "!" else "sign of a song"))
                line = line[1:]
            run += [*self._run(line), "\n"]
            at += 1
        self._play.action(run)
        return max(at, first + 1)

    def _silent(self, line: str, why: str = "") -> None:
        """Residue of a line of its own: what was put aside, or signs."""
        for held in _HELD.finditer(line):
            (rest,) = self._opened(self._held[int(held[1])])
            self._builder.residue(rest.text, rest.why)
        bare = _HELD.sub("", line)
        if bare.strip():
            self._builder.residue(bare, why)

    def _plain(self, line: str) -> str:
        """The line with what was put aside back in its place."""
        return _HELD.sub(lambda held: self._opened(self._held[int(held[1])])[0].text, line)


def _without_emphasis(words: str) -> list[str | Ref | Rest]:
    """The words with their signs of emphasis as residue: a title is shown without them."""
    pieces = _EMPHASIS.split(words)
    return [Rest(piece, "sign of emphasis") if number % 2 else piece for number, piece in enumerate(pieces)]
