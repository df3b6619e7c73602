"""Textual's command palette, filled with all that can be found by name."""

from __future__ import annotations

from functools import cached_property

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape

from tui_reader.faces.tui.palette_entry import Entry
from tui_reader.faces.tui.screen_host import host_of

PALETTE_CSS = """
    CommandPalette, CommandPalette > Vertical { background: $background; }
    CommandPalette SearchIcon { display: none; }
    CommandPalette #--input, CommandPalette #--input.--list-visible { border: none; }
    CommandPalette .input--placeholder { color: $foreground; text-style: none; }
    CommandPalette > .command-palette--help-text { text-style: none; }
    CommandPalette CommandList { border: none; scrollbar-color: $foreground; scrollbar-background: $background; }
    CommandPalette CommandList > .option-list--option-highlighted { color: $background; background: $foreground; }
    CommandPalette CommandList:ansi > .option-list--option-highlighted {
        color: $block-cursor-foreground; background: $block-cursor-background; text-style: $block-cursor-text-style;
    }
"""
"""As the palette is, but with nothing dimmed, no page behind it and no drawing, at the contrast of the theme's text."""


class Commands(Provider):
    """Finds commands, settings, themes, documents, speakers and exports."""

    @cached_property
    def _entries(self) -> list[Entry]:
        """What there was when the palette was opened."""
        return host_of(self.app).palette()

    async def discover(self) -> Hits:
        """All commands."""
        for entry in self._entries:
            if entry.keys:
                yield DiscoveryHit(entry.shown, entry.run, entry.name, escape(entry.help))

    async def search(self, query: str) -> Hits:
        """What fits the words; of what fits as well, what comes first in the list."""
        for number, entry in enumerate(self._entries):
            score = entry.fits(query)
            if score > 0:
                # Content, and not a string, which would be taken for markup.
                shown = Content.assemble(entry.name, (f"  {entry.keys}", "bold") if entry.keys else "")
                yield Hit(score - number / 1e6, shown, entry.run, entry.name, escape(entry.help))
