"""The bare Markdown reader: Textual's own MarkdownViewer on a file."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import MarkdownViewer


class Viewer(App[None]):
    """Shows the file."""

    def compose(self) -> ComposeResult:
        yield MarkdownViewer(Path(sys.argv[1]).read_text(encoding="utf-8"), show_table_of_contents=False)

    def on_mount(self) -> None:
        """Keys go to the text."""
        self.query_one(MarkdownViewer).focus()


if __name__ == "__main__":
    Viewer().run()
