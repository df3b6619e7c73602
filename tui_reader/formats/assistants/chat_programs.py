"""Talks of further programs with language models, each by its own shape: a function takes the value and gives talks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.formats.assistants.chatgpt import branch
from tui_reader.formats.assistants.talk import ABOUT, BRANCH, THOUGHT, Message, Talk, message_of, strings
from tui_reader.formats.chats.markup import words_of_html
from tui_reader.formats.recognisers.pieces import field
from tui_reader.formats.recognisers.values import at, objects, text

_ASKED = ("Prompted ", "Prompted\u00a0", "Asked ", "Said ")
"""What stands before a question in the activity of Gemini."""
HEADERS = ("Gemini", "Bard")
"""Programs of Google whose activity is a talk."""
_FRAGMENTS = {"REQUEST": ("user", ""), "RESPONSE": ("assistant", ""), "THINK": ("assistant", THOUGHT)}
_NOT_SHOWN = "<|BEGIN-VISIBLE-CHAT|>"
"""What stands for the question before a greeting, in text-generation-webui."""


def deep_seek(data: Any) -> Iterator[Talk]:
    """DeepSeek: trees of messages as ChatGPT has them, each message of fragments."""
    for one in [data] if isinstance(data, dict) else objects(data):
        nodes = one.get("mapping")
        if isinstance(nodes, dict):
            shown, others = (
                [part for id in ids for part in _fragments(at(nodes[id], "message"))] for ids in branch(nodes, None)
            )
            aside = [part._replace(unsaid=part.unsaid or BRANCH) for part in others]
            value = [one.get("title"), *(at(node, "message.fragments") for node in nodes.values())]
            yield Talk(value, [*shown, *aside], text(one.get("id")), text(one.get("title")), one.get("inserted_at"))


def _fragments(message: Any) -> Iterator[Message]:
    for part in objects(at(message, "fragments")):
        role, why = _FRAGMENTS.get(text(part.get("type")), ("", ABOUT))
        if words := strings(part.get("content")):
            yield Message(role, words, why)


def grok(data: Any) -> Iterator[Talk]:
    """Grok: conversations with their answers, oldest first."""
    for one in objects(at(data, "conversations")):
        about = one.get("conversation")
        messages = [
            Message("user" if response.get("sender") == "human" else "assistant", text(response.get("message")))
            for answer in objects(one.get("responses"))
            if isinstance(response := answer.get("response"), dict)
        ]
        yield Talk(one, messages, text(at(about, "id")), text(at(about, "title")), at(about, "create_time"))


def gemini_activity(data: Any) -> Iterator[Talk]:
    """Gemini's activity as Takeout gives it: questions with their answers as HTML, newest first."""
    messages: list[Message] = []
    for one in sorted(objects(data), key=lambda one: text(one.get("time"))):
        if not text(one.get("header")).startswith(HEADERS):
            continue
        answers = [words_of_html(text(part.get("html"))).strip() for part in objects(one.get("safeHtmlItem"))]
        before, question = asked(text(one.get("title")), bool(answers))
        messages += [Message("", before, ABOUT)] if before else []
        messages += [Message("user", question)] if question else []
        messages += [Message("assistant", words) for words in answers if words]
    yield Talk(data, messages)


def asked(title: str, answered: bool) -> tuple[str, str]:
    """What stands before the question in a title of Gemini's activity, and the question; either may be empty.

    All of a title is the question where it was answered and begins in another language.
    """
    before = next((start for start in _ASKED if title.startswith(start)), "")
    question = title.removeprefix(before) if before else ""
    if question:
        return before, question
    return ("", title) if answered else (title, "")


def silly_tavern(data: Any) -> Iterator[Talk]:
    """SillyTavern: a row for each message, by names; other tries of an answer are not said."""
    messages: list[Message] = []
    for one in objects(data):
        said = text(one.get("mes"))
        swipes = one.get("swipes")
        others = [words for words in swipes if words != said] if isinstance(swipes, list) else []
        if said:
            messages.append(Message(text(one.get("name")) or ("user" if one.get("is_user") else "assistant"), said))
        messages += [Message("assistant", words, BRANCH) for words in others if isinstance(words, str)]
    yield Talk(data, messages)


def lm_studio(data: Any) -> Iterator[Talk]:
    """LM Studio: versions of each message, of which one is shown, in one step or in several."""
    messages: list[Message] = []
    for one in objects(at(data, "messages")):
        versions, chosen = objects(one.get("versions")), one.get("currentlySelected")
        for number, version in enumerate(versions):
            found = list(_lm_studio_version(version))
            messages += found if number == chosen else [message._replace(unsaid=BRANCH) for message in found]
    yield Talk(data, messages, title=text(at(data, "name")), date=at(data, "createdAt"))


def _lm_studio_version(version: dict[str, Any]) -> Iterator[Message]:
    role = text(version.get("role")) or "assistant"
    for step in (version, *objects(version.get("steps"))):
        thought = text(at(step, "style.type")) == "thinking"
        for message in message_of(role, step.get("content")) if step.get("content") else ():
            yield message._replace(unsaid=message.unsaid or (THOUGHT if thought else ""))


def text_generation(data: Any) -> Iterator[Talk]:
    """text-generation-webui: pairs of a question and its answer, as they are shown."""
    messages = []
    for pair in at(data, "visible") or ():
        for role, words in zip(("user", "assistant"), pair if isinstance(pair, list) else (), strict=False):
            if text(words) and words != _NOT_SHOWN:
                messages.append(Message(role, words))
    yield Talk(at(data, "visible"), messages)


def libre_chat(data: Any) -> Iterator[Talk]:
    """LibreChat: each message holds those that answer it, of which the last is shown."""
    messages: list[Message] = []
    waiting = [(one, BRANCH) for one in objects(at(data, "messages"))]
    waiting = [*waiting[:-1], *((one, "") for one, _ in waiting[-1:])]
    while waiting:
        one, why = waiting.pop()
        role = text(field(one, "sender")) or ("user" if one.get("isCreatedByUser") else "assistant")
        words = text(one.get("text"))
        found = [Message(role, words)] if words else list(message_of(role, one.get("content") or []))
        messages += [message._replace(unsaid=why or message.unsaid) for message in found]
        children = objects(one.get("children"))
        waiting += [*((child, BRANCH) for child in children[:-1]), *((child, why) for child in children[-1:])]
    yield Talk(data, messages, text(at(data, "conversationId")), text(at(data, "title")))
