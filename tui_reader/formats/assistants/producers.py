"""Programs in which people talk with language models, as producers."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.recognisers.known_keys import has_all
from tui_reader.formats.source_file import SourceFile

if TYPE_CHECKING:
    from tui_reader.formats.assistants.talk import Talk


class _Row(NamedTuple):
    """A program, how its files are recognised, and what reads them."""

    name: str
    """As it is typed after --as."""
    title: str
    """For people."""
    keys: tuple[str, ...]
    """Paths that stand together, as in `known_keys.Keys`; or the function that recognises it, "agents.is_codex"."""
    talks: str
    """The module in this folder and its function, which takes the value and gives Talks."""
    model: str | None = None
    """The name of who answers."""
    points: int = CERTAIN


_ROWS = (
    _Row("chatgpt", "ChatGPT", ("*.mapping *.title|current_node|create_time", "mapping current_node|title"),
         "chatgpt.talks", "ChatGPT"),
    _Row("claude", "Claude", ("*.chat_messages", "chat_messages.*.sender"), "claude.talks", "Claude"),
    _Row("ai-studio", "Google AI Studio", ("chunkedPrompt.chunks",), "messages.talks", "Gemini", CERTAIN + 1),
    _Row("claude-code", "Claude Code", ("agents.is_claude_code",), "agents.claude_code", "Claude", CERTAIN + 2),
    _Row("codex", "Codex", ("agents.is_codex",), "agents.codex", "Codex", CERTAIN + 2),
    _Row("model-messages", "Messages of language models", ("messages.is_chat",), "messages.talks"),
)  # fmt: skip
"""In the order in which they are listed for people."""


def _function(path: str) -> Callable[[Any], Any]:
    module, _, name = path.partition(".")
    found: Callable[[Any], Any] = getattr(import_module(f"tui_reader.formats.assistants.{module}"), name)
    return found


def _producer(row: _Row) -> Producer:
    def recognise(file: SourceFile) -> Evidence | None:
        is_one = (
            _function(row.keys[0])(file.json)
            if ".is_" in row.keys[0]
            else any(has_all(file.json, keys) for keys in row.keys)
        )
        return Evidence(row.points) if is_one else None

    def read(file: SourceFile) -> Document:
        from tui_reader.formats.assistants.telling import date_of, document_of
        from tui_reader.formats.markdown.inline import plain
        from tui_reader.formats.producers.json_collection import Unit, one_of

        found: list[Talk] = [talk for talk in _function(row.talks)(file.json) if any(talk.said)]
        if not found:
            raise DocumentError(f"{file.name}: no talk of {row.title} is in it; nothing is said")

        def unit(talk: Talk) -> Unit:
            first = next((one for one in talk.said if one.role != "system"), next(talk.said))
            title = talk.title or plain(first.text.strip().partition("\n")[0])[0] or first.remarks[0]
            return Unit(talk.id, title, sum(1 for _ in talk.said), date_of(talk.date))

        values = [talk.value for talk in found]
        return one_of(file, list(map(unit, found)), values, lambda part, at: document_of(part, found[at], row.model))

    return Producer(row.name, row.title, recognise, read, collects=True)


PRODUCERS = tuple(map(_producer, _ROWS))
