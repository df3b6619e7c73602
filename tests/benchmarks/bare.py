"""The floor for the full face: a Textual app with one Static."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows two words."""

    def compose(self) -> ComposeResult:
        yield Static("bare app")


if __name__ == "__main__":
    Bare().run()
