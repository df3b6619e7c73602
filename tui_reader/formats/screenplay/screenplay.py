"""A screenplay given to the builder: scenes, action, names, speeches, asides. Knows no file format.

A scene is a part with its heading; action between speeches belongs to the speech before it, as an aside that the
narrator says. What is printed after a name, "(V.O.)", "(CONT'D)", "^", does not belong to it.
"""

from __future__ import annotations

from tui_reader.document.model import Kind
from tui_reader.document.people.label_parts import same
from tui_reader.formats.builder import Builder, Run
from tui_reader.formats.labels.bare_name import SCREENPLAY, bare_name


class Screenplay:
    """Takes the elements of a screenplay in their order."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._cue: str | None = None
        self._speaking = False
        self._began = False
        self._prints: dict[str, dict[str, None]] = {}

    def scene(self, heading: Run, id: str = "scene") -> None:
        """Begin a scene, an act or a shot with its heading."""
        self._drop_cue()
        self._builder.part(id, heading)
        self._began, self._speaking = True, False

    def action(self, run: Run) -> None:
        """What is seen and not said: action, transitions, lyrics on a card."""
        self._drop_cue()
        if not self._began:
            self._builder.part("opening")
            self._began = True
        self._builder.add(Kind.ASIDE if self._speaking else Kind.PARAGRAPH, run)

    def cue(self, printed: str) -> None:
        """Somebody's name above a speech; without a speech below it is no turn."""
        self._drop_cue()
        self._cue = printed

    def parenthetical(self, run: Run) -> None:
        """How a speech is spoken, in brackets."""
        self._speech(Kind.ASIDE, run)

    def dialogue(self, run: Run, verse: bool = False) -> None:
        """What is spoken, or sung."""
        self._speech(Kind.VERSE if verse else Kind.SPEECH, run)

    def finish(self) -> None:
        """End the screenplay; says what tied names with something after them to their person."""
        self._drop_cue()
        for name, prints in self._prints.items():
            others = [print for print in prints if same(print) != same(name)]
            if others:
                listed = ", ".join(others[:6])
                self._builder.evidence.setdefault(name, []).append(
                    f"{listed}: what stands in brackets behind the name {name} says how it is heard, not who speaks."
                )

    def _speech(self, kind: Kind, run: Run) -> None:
        if self._cue is not None:
            printed, self._cue = " ".join(self._cue.split()), None
            name = bare_name(printed, SCREENPLAY) or printed
            self._builder.turn(name, printed)
            self._prints.setdefault(name, {})[printed.rstrip("^ ").removeprefix("@")] = None
            self._began = self._speaking = True
        elif not self._speaking:
            self.action(run)
            return
        self._builder.add(kind, run)

    def _drop_cue(self) -> None:
        """A name without a speech is printed words that the narrator says."""
        if self._cue is not None:
            words, self._cue = self._cue, None
            self.action(words)
