"""Long exports of chats made up for measuring: the turns of `texts`, in the shapes of messengers and assistants."""

from __future__ import annotations

import json

from tests.benchmarks.texts import spoken

_BEGAN = 1_700_000_000
"""Seconds since 1970 at the first message; the next ones follow minute by minute."""


def chatgpt(turns: int) -> str:
    """One conversation of ChatGPT, a tree without branches."""
    mapping: dict[str, object] = {"m0": {"id": "m0", "message": None, "parent": None, "children": ["m1"]}}
    for number, (_, words) in enumerate(spoken(turns), 1):
        message = {
            "id": f"m{number}",
            "author": {"role": "user" if number % 2 else "assistant", "name": None, "metadata": {}},
            "create_time": _BEGAN + 60 * number,
            "content": {"content_type": "text", "parts": [words]},
            "status": "finished_successfully",
            "weight": 1.0,
            "metadata": {"model_slug": "gpt-4"},
            "recipient": "all",
        }
        children = [f"m{number + 1}"] if number < turns else []
        mapping[f"m{number}"] = {
            "id": f"m{number}", "message": message, "parent": f"m{number - 1}", "children": children,
        }  # fmt: skip
    return json.dumps([
        {"title": "A talk", "create_time": _BEGAN, "mapping": mapping, "current_node": f"m{turns}"}
    ])  # fmt: skip


def telegram(turns: int) -> str:
    """A chat of Telegram."""
    messages = [
        {
            "id": number, "type": "message", "date": _date(number), "date_unixtime": str(_BEGAN + 60 * number),
            "from": name, "from_id": f"user{name}", "text": words, "text_entities": [{"type": "plain", "text": words}],
        }
        for number, (name, words) in enumerate(spoken(turns), 1)
    ]  # fmt: skip
    return json.dumps({"name": "A talk", "type": "private_group", "id": 1, "messages": messages})


def whatsapp(turns: int) -> str:
    """A chat of WhatsApp for Android."""
    lines = (f"{_date(number)[8:10]}/11/23, {_date(number)[11:16]} - {name}: {words}" for number, (name, words) in
             enumerate(spoken(turns), 1))  # fmt: skip
    return "\n".join(lines) + "\n"


def messages(turns: int) -> str:
    """JSON of no known make: a list of messages."""
    made = [{"id": number, "author": name, "body": words} for number, (name, words) in enumerate(spoken(turns), 1)]
    return json.dumps({"room": "A talk", "entries": made})


def _date(number: int) -> str:
    return f"2023-11-{1 + number // 1440 % 28:02}T{number // 60 % 24:02}:{number % 60:02}:00"


CHATS = {
    "ChatGPT": ("conversations.json", chatgpt), "Telegram": ("result.json", telegram),
    "WhatsApp": ("chat.txt", whatsapp), "messages in JSON": ("talk.json", messages),
}  # fmt: skip
"""As `texts.FORMATS`."""
