"""The player's events as messages of Textual, so that they are handled in the app's own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui_reader.playback.events import Event


class PlayerEvent(Message):
    """An event of the player."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event

    def can_replace(self, message: Message) -> bool:
        """Of many words heard only the newest counts."""
        from tui_reader.playback.events import WordHeard

        return (
            isinstance(message, PlayerEvent)
            and isinstance(self.event, WordHeard)
            and isinstance(message.event, WordHeard)
        )
