"""All that the palette finds by name: commands, settings, themes, documents, speakers, exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.faces.tui.palette_entry import Entry
from tui_reader.faces.tui.screen_host import ScreenHost
from tui_reader.faces.tui.state import Step
from tui_reader.reading import Reading
from tui_reader.terminal.commands import FULL, keys_of
from tui_reader.terminal.output import in_browser

if TYPE_CHECKING:
    from tui_reader.faces.tui.actions.overlay_actions import OverlayActions

DOCUMENTS = 500
"""Documents of the library that are found by their titles here; the library finds all."""


def palette_entries(
    host: ScreenHost, reading: Reading, overlays: OverlayActions, open_document: Callable[[Path], None]
) -> list[Entry]:
    """All entries; the commands come first, in their order."""

    def later(step: Step) -> Callable[[], object]:
        return partial(host.update, step)

    entries = [
        Entry(command.words, command.help, partial(host.run_command, command.id), keys_of(command))
        for command in host.keys.of(FULL)
    ]
    entries.append(Entry("Change theme", "Try the themes one by one.", later(overlays.themes)))
    entries += _speakers(host, reading)
    entries += _documents(reading, open_document)
    entries += _exports(later, overlays)
    entries += _settings(later, overlays)
    entries += (
        Entry(f"Theme: {name}", "Take this theme, and save it.", partial(host.keep_setting, "theme", name))
        for name in ["auto", *host.theme_names]
    )
    return entries


def _speakers(host: ScreenHost, reading: Reading) -> Iterator[Entry]:
    def go(id: str) -> None:
        host.follow_place()
        host.say(reading.place.next_turn_of(id))

    for person in reading.document.people:
        name = person.name or reading.document.short_name(person.id)
        yield Entry(f"Next turn of {name}", person.role or "Go to this speaker's next turn.", partial(go, person.id))


def _documents(reading: Reading, open_document: Callable[[Path], None]) -> Iterator[Entry]:
    if in_browser():  # where only the served document is read
        return
    for recent in reading.library.recent(DOCUMENTS):
        if recent.key != reading.document.key:
            yield Entry(f"Open {recent.title.rstrip('.')}", str(recent.path), partial(open_document, recent.path))


def _exports(later: Callable[[Step], Callable[[], object]], overlays: OverlayActions) -> Iterator[Entry]:
    from tui_reader.export.output_formats import OUTPUT_FORMATS

    for format in OUTPUT_FORMATS:
        step: Step = partial(overlays.export, form=format.name)
        yield Entry(f"Export as {format.name}", f"{format.about[:1].upper()}{format.about[1:]}.", later(step))


def _settings(later: Callable[[Step], Callable[[], object]], overlays: OverlayActions) -> Iterator[Entry]:
    from tui_reader.settings.setting_words import in_groups, title_of
    from tui_reader.settings.settings_table import settings_table

    for setting in in_groups(settings_table()):
        step: Step = partial(overlays.settings, name=setting.name)
        yield Entry(f"Setting: {title_of(setting)}", setting.about, later(step))
