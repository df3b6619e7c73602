"""Programs in which people talk with language models, as producers."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from tui_reader.document.model import Document
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.recognisers.known_keys import has_all
from tui_reader.formats.source_file import SourceFile
from tui_reader.named_tuple import NamedTuple


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


_FUNCTIONS = (".is_chat", ".is_codex", ".is_claude_code")
"""How the names of functions that recognise a file end."""
_ROWS = (
    _Row("chatgpt", "ChatGPT", ("*.mapping *.title|current_node|create_time", "mapping current_node|title"),
         "chatgpt.talks", "ChatGPT"),
    _Row("claude", "Claude", ("*.chat_messages", "chat_messages.*.sender"), "claude.talks", "Claude"),
    _Row("ai-studio", "Google AI Studio", ("chunkedPrompt.chunks",), "messages.talks", "Gemini", CERTAIN + 1),
    _Row("deepseek", "DeepSeek", ("*.mapping.**.message.fragments", "mapping.**.message.fragments"),
         "chat_programs.deep_seek", "DeepSeek", CERTAIN + 1),
    _Row("grok", "Grok", ("conversations.*.responses.*.response.message",), "chat_programs.grok", "Grok", CERTAIN + 1),
    _Row("gemini-activity", "Gemini's activity (Google Takeout)", (
        "*.header *.title *.safeHtmlItem.*.html", "*.header *.title *.activityControls *.products",
    ), "chat_programs.gemini_activity", "Gemini"),
    _Row("sillytavern", "SillyTavern", ("*.mes *.is_user *.name",), "chat_programs.silly_tavern"),
    _Row("lm-studio", "LM Studio", ("messages.*.versions.*.role messages.*.currentlySelected",),
         "chat_programs.lm_studio"),
    _Row("text-generation-webui", "text-generation-webui", ("internal visible.*",), "chat_programs.text_generation"),
    _Row("librechat", "LibreChat", ("messages.*.isCreatedByUser messages.*.children",), "chat_programs.libre_chat",
         None, CERTAIN + 1),
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
        if not file.is_json:
            return None
        known, *_ = row.keys
        is_one = (
            _function(known)(file.json)
            if known.endswith(_FUNCTIONS)
            else any(has_all(file.json, keys) for keys in row.keys)
        )
        return Evidence(row.points) if is_one else None

    def read(file: SourceFile) -> Document:
        from tui_reader.formats.assistants.telling import read_talks

        return read_talks(file, _function(row.talks)(file.json), row.title, row.model)

    return Producer(row.name, row.title, recognise, read, collects=True)


def _is_aider(file: SourceFile) -> Evidence | None:
    return Evidence(CERTAIN) if "# aider chat started at " in file.head else None


def _read_aider(file: SourceFile) -> Document:
    from tui_reader.formats.assistants import aider
    from tui_reader.formats.assistants.telling import read_talks

    return read_talks(file, aider.talks(file.text), "Aider", "Aider", format="aider")


def _is_copied(file: SourceFile) -> Evidence | None:
    if file.is_json or " said:" not in file.head:
        return None
    from tui_reader.formats.assistants import copied_talk

    return Evidence(CERTAIN, "lines of who speaks") if copied_talk.is_copied(file.head) else None


def _read_copied(file: SourceFile) -> Document:
    from tui_reader.formats.assistants import copied_talk
    from tui_reader.formats.assistants.telling import read_talks

    return read_talks(file, copied_talk.talks(file.text), "a talk that was copied", format="copied-talk")


PRODUCERS = (
    *map(_producer, _ROWS),
    Producer("aider", "Aider", _is_aider, _read_aider, collects=True),
    Producer("copied-talk", "Talk copied from an assistant's page", _is_copied, _read_copied),
)
