"""The cast: who has which voice, a line each; one key plays a voice, another changes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.casting import Cast
from tui_reader.casting.voice import Voice
from tui_reader.document.model import NARRATOR, Document
from tui_reader.errors import ReaderError
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screen_host import host_of
from tui_reader.faces.tui.screens.lines import LinesScreen
from tui_reader.faces.tui.screens.list_parts import LOW, hint_lines, wrapped
from tui_reader.faces.tui.text.head import cut
from tui_reader.named_tuple import NamedTuple
from tui_reader.reading import Reading
from tui_reader.terminal.wrapping import cell_width
from tui_reader.voice_lab.confusability import confusable

RECORDING = "recording"
"""What stands for the voice of who is heard as recorded."""
RECORDING_KEYS = "r changes between recording and voice."
KEYS = "Up and Down choose, h plays the voice, Enter lists all, c takes the next, Escape goes back."
WARNINGS = 3
"""The most lines about voices that are easily confused."""


def place_of(voice: Voice) -> str:
    """Where a voice stands in stereo, in a word."""
    return "left" if voice.pan < -0.05 else "right" if voice.pan > 0.05 else "middle"


class Share(NamedTuple):
    """How much of a dialogue a person says."""

    turns: int = 0
    words: int = 0


def shares(document: Document) -> dict[str, Share]:
    """The share of each speaker, by id."""
    turns: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for turn in document.turns:
        turns[turn.speaker] += 1
        # Words stand apart by one blank or line feed: counting those takes a tenth of the time.
        words[turn.speaker] += sum(one.text.count(" ") + one.text.count("\n") + 1 for one in turn.passages)
    return {id: Share(turns[id], words[id]) for id in turns}


def cast_rows(
    document: Document,
    cast: Cast,
    shares: Mapping[str, Share],
    width: int,
    is_recorded: Callable[[str], bool] = lambda id: False,
) -> list[str]:
    """A line for each speaker and the narrator: name, role, turns, words, voice, its kind, pitch, place; what fits.

    `is_recorded` tells whether somebody is heard as recorded.
    """
    table: list[list[str]] = [["", "", "turns", "words", "voice", "kind", "pitch", "place"]]
    for id in speakers(document):
        person, voice = document.person(id), cast.voice(id)
        share = shares.get(id, Share())
        name = (person.name or person.id) if person else NARRATOR.capitalize()
        role = (person.role or "") if person else "titles, asides, notes"
        said = [str(share.turns), f"{share.words:,}"] if person else ["", ""]
        sound = [voice.name, voice.kind, str(voice.espeak.pitch), place_of(voice)]
        if is_recorded(id):
            sound = [RECORDING, "", "", ""]
        table.append([name, role, *said, *sound])
    widths = [max(cell_width(row[column]) for row in table) for column in range(8)]
    widths[0], widths[4] = min(widths[0], 28), min(widths[4], 24)
    shown = [*range(8)]
    for unneeded in (1, 3, 7, 6, 2, 5):
        if sum(widths[column] + 2 for column in shown) - 2 <= width:
            break
        if unneeded == 1:
            widths[1] = max(0, min(widths[1], width - sum(widths[column] + 2 for column in shown if column != 1)))
            if widths[1] >= 12:
                break
        shown.remove(unneeded)
    if (over := sum(widths[column] + 2 for column in shown) - 2 - width) > 0:
        widths[0] = max(6, widths[0] - over)
    return ["  ".join(_cell(row[column], widths[column], column in (2, 3, 6)) for column in shown) for row in table]


def speakers(document: Document) -> list[str]:
    """The ids of all who speak, and the narrator's."""
    return [*(person.id for person in document.people), NARRATOR]


def _cell(text: str, width: int, right: bool) -> str:
    text = cut(text, width)
    gap = " " * (width - cell_width(text))
    return gap + text if right else text + gap


class CastScreen(LinesScreen):
    """Up and Down choose a speaker, h plays the voice, Enter lists all voices, c takes the next."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings(
        "enter list", "h,space hear", "c change(1)", "C change(-1)", "r recording"
    )

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._shares = shares(reading.place.whole)
        self._chosen = 0
        self._keys = f"{KEYS} {RECORDING_KEYS}" if reading.recorded.is_heard else KEYS
        self._line = self._keys
        self._heard = False
        """Whether a voice was played, so that a changed voice is played too."""
        self._warnings = confusable(reading.voices.cast, reading.document)
        self._said_first = [self._keys, *self._warnings[:WARNINGS]]

    def on_mount(self) -> None:
        """Begin at the first speaker."""
        self._choose(0)

    def make(self, width: int) -> list[str]:
        """The cast, set for a width in cells."""
        reading = self._reading
        warned = [line for warning in self._warnings[:WARNINGS] for line in wrapped(warning, width)]
        hints = (
            hint_lines(self._line, width, self.size.height) if self._line == self._keys else wrapped(self._line, width)
        )
        title = ["Cast"] if self.size.height >= LOW else []
        head = [*title, *hints, *([""] if warned else []), *warned, ""]
        self.view.chosen = len(head) + 1 + self._chosen
        rows = cast_rows(reading.document, reading.voices.cast, self._shares, width, reading.recorded.is_heard_of)
        return [*head, *rows, "", *wrapped(self._voice().about, width)]

    def spoken(self) -> str:
        """The chosen person and voice; before that what keys do, which voices are alike, or what went wrong."""
        name, voice = self._reading.document.short_name(self._speaker()), self._voice()
        many = len(speakers(self._reading.document))
        if self._reading.recorded.is_heard_of(self._speaker()):
            return " ".join([*self._said_first, f"{name}, {RECORDING}, {self._chosen + 1} of {many}."])
        row = ", ".join(filter(None, (name, voice.name, voice.kind, f"{self._chosen + 1} of {many}")))
        return " ".join([*self._said_first, f"{row}. {voice.about}"])

    def _choose(self, index: int) -> None:
        self._chosen = min(len(self._reading.document.people), max(0, index))
        self.renew()

    def _speaker(self) -> str:
        return speakers(self._reading.document)[self._chosen]

    def _voice(self) -> Voice:
        return self._reading.voices.cast.voice(self._speaker())

    def action_move(self, lines: int) -> None:
        """Choose another speaker."""
        self._said_first = []
        self._choose(self._chosen + lines)

    def action_page(self, pages: int) -> None:
        """Choose a speaker further away."""
        self.action_move(pages * max(1, self.size.height // 2))

    def action_hear(self) -> None:
        """Play the chosen speaker's voice, on words of that speaker."""
        self._heard = True
        self._reading.snippets.audition(self._speaker())

    def action_list(self) -> None:
        """List all voices for the chosen speaker."""
        from tui_reader.faces.tui.screens.voice_screen import VoiceScreen

        engine = host_of(self.app).state.settings.engine
        self.app.push_screen(VoiceScreen(self._reading, self._speaker(), engine), lambda _: self._voice_chosen())

    def _voice_chosen(self) -> None:
        if self.is_mounted:
            self._told_change()

    def action_change(self, step: int) -> None:
        """Give the chosen speaker the next voice; reading aloud goes on in it."""
        try:
            self._reading.voices.assign_next(self._speaker(), step)
        except ReaderError as error:
            self._line = str(error)
            self._said_first = [self._line]
            self.renew()
            return
        if self._heard and not self._reading.playback.playing:
            self._reading.snippets.audition(self._speaker())
        self._told_change()

    def action_recording(self) -> None:
        """Have the chosen speaker heard as recorded, or in a voice."""
        self._line = self._reading.recorded.switch_person(self._speaker())
        self._said_first = [self._line]
        self.renew()

    def _told_change(self) -> None:
        """Tell which voice the chosen speaker has now, and which voices could be confused that could not before."""
        before, self._warnings = self._warnings, confusable(self._reading.voices.cast, self._reading.document)
        self._said_first = [warning for warning in self._warnings[:WARNINGS] if warning not in before]
        name = self._reading.document.short_name(self._speaker())
        self._line = f"{name} has the voice {self._voice().name}. h plays it."
        self.renew()
