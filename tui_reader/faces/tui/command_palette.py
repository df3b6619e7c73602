"""The commands of the table for Textual's command palette."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui_reader.faces.tui.screen_host import host_of
from tui_reader.terminal.commands import FULL, Command, keys_of


class Commands(Provider):
    """Finds a command by its words."""

    @property
    def _commands(self) -> list[Command]:
        return host_of(self.app).keys.of(FULL)

    async def discover(self) -> Hits:
        """All commands."""
        for command in self._commands:
            run = partial(self.app.run_action, f"command('{command.id}')")
            yield DiscoveryHit(f"{command.words}  ({keys_of(command)})", run, command.words, command.help)

    async def search(self, query: str) -> Hits:
        """The commands whose words or help match."""
        matcher = self.matcher(query)
        for command in self._commands:
            score = max(matcher.match(command.words), matcher.match(command.help) / 2)
            if score > 0:
                run = partial(self.app.run_action, f"command('{command.id}')")
                yield Hit(score, matcher.highlight(command.words), run, command.words, command.help)
