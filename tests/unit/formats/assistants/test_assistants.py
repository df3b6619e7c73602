"""Exports of other assistants, chats for training, and sessions of coding agents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents import read_text, turns_by_speaker
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse

_ASKED = [{"role": "user", "content": "How long?"}, {"role": "assistant", "content": "Three hours."}]


def _read(folder: Path, data: Any) -> Document:
    return read_text(folder, json.dumps(data), "talk.json")


def _lines(folder: Path, *rows: Any) -> Document:
    return read_text(folder, "\n".join(map(json.dumps, rows)), "talk.jsonl")


def _unsaid(document: Document) -> list[tuple[str, str]]:
    return [(rest.text, rest.why) for rest in document.residue]


def test_claude_thinks_and_uses_tools_unsaid_and_names_what_was_attached(tmp_path: Path) -> None:
    asked = {
        "sender": "human",
        "text": "Read it.",
        "content": [{"type": "text", "text": "Read it."}],
        "attachments": [{"file_name": "mill.txt", "extracted_content": "The mill stands."}],
    }
    parts = [
        {"type": "thinking", "thinking": "It is about a mill."},
        {"type": "tool_use", "name": "search", "input": {"query": "old mill"}},
        {"type": "tool_result", "content": [{"type": "text", "text": "Built in 1880."}]},
        {"type": "text", "text": "A mill *stands*."},
    ]
    answered = {"sender": "assistant", "text": "A mill *stands*.", "content": parts}
    document = _read(tmp_path, [{"uuid": "x", "name": "The mill", "chat_messages": [asked, answered]}])
    assert turns_by_speaker(document) == [("Human", "[mill.txt]\nRead it."), ("Assistant", "A mill stands.")]
    assert [why for _, why in _unsaid(document)] == [
        "the contents of an attached file",
        "what the model thought",
        "a call of a tool",
        "the answer of a tool",
        "a sign of emphasis",
        "a sign of emphasis",
    ]
    assert document.producer and document.producer.title == "Claude" and document.lost is None


def test_claude_without_parts_has_its_text(tmp_path: Path) -> None:
    messages = [{"sender": "human", "text": "Hi.", "content": []}, {"sender": "assistant", "text": "Ho."}]
    document = _read(tmp_path, {"uuid": "x", "name": "", "chat_messages": messages})
    assert turns_by_speaker(document) == [("Human", "Hi."), ("Assistant", "Ho.")]


@pytest.mark.parametrize(
    "data",
    [
        _ASKED,
        {"messages": _ASKED},
        [{"messages": _ASKED}],
        {"conversations": [{"from": "user", "value": "How long?"}, {"from": "assistant", "value": "Three hours."}]},
        {"rows": [{"row_idx": 0, "row": {"messages": _ASKED}}]},
        {"id": "7", "chat": {"title": "Rome", "messages": _ASKED}},
        {"contents": [{"role": one["role"], "parts": [{"text": one["content"]}]} for one in _ASKED]},
        {"chunkedPrompt": {"chunks": [{"role": one["role"], "text": one["content"]} for one in _ASKED]}},
        {"messages": [{"type": one["role"], "content": [{"text": one["content"]}]} for one in _ASKED]},
    ],
)
def test_one_chat_is_found_wherever_its_messages_lie(tmp_path: Path, data: Any) -> None:
    document = _read(tmp_path, data)
    assert turns_by_speaker(document) == [("User", "How long?"), ("Assistant", "Three hours.")]
    assert document.lost is None


def test_a_chat_a_line_is_a_collection_named_by_what_is_asked(tmp_path: Path) -> None:
    system = {"role": "system", "content": "Be terse."}
    with pytest.raises(CollectionError) as raised:
        _lines(tmp_path, {"messages": [system, *_ASKED]}, {"messages": [{"role": "user", "content": "Is it far?"}]})
    entries = raised.value.collection.entries
    assert [(one.id, one.title, one.turns) for one in entries] == [("1", "How long?", 3), ("2", "Is it far?", 1)]
    assert turns_by_speaker(raised.value.read("1"))[0] == ("System", "Be terse.")
    with pytest.raises(DocumentError, match="holds no document '9'; its ids are 1, 2"):
        raised.value.read("9")


def test_a_file_of_one_chat_has_no_ids() -> None:
    with pytest.raises(DocumentError, match="holds no document 'x'"):
        parse(json.dumps(_ASKED).encode(), "talk.json", id="x")


def test_calls_and_answers_of_tools_are_no_turns(tmp_path: Path) -> None:
    call = {"role": "assistant", "content": None, "tool_calls": [{"function": {"name": "trains", "arguments": "Rome"}}]}
    document = _read(tmp_path, {"messages": [_ASKED[0], call, {"role": "tool", "content": "180 min"}, _ASKED[1]]})
    assert len(document.turns) == 2
    assert _unsaid(document) == [("trains\nRome", "a call of a tool"), ("180 min", "the answer of a tool")]


def test_what_a_model_thought_in_a_chunk_is_not_said(tmp_path: Path) -> None:
    chunks = [{"role": "user", "text": "Far?"}, {"role": "model", "text": "Hm.", "isThought": True}]
    data = {"chunkedPrompt": {"chunks": [*chunks, {"role": "model", "text": "Yes."}]}}
    assert turns_by_speaker(_read(tmp_path, data)) == [("User", "Far?"), ("Model", "Yes.")]


def _row(kind: str, content: Any, **further: Any) -> dict[str, Any]:
    return {"type": kind, "sessionId": "s", "message": {"role": kind, "content": content}, **further}


def test_a_session_of_claude_code_is_what_was_asked_and_answered(tmp_path: Path) -> None:
    document = _lines(
        tmp_path,
        {"type": "summary", "summary": "Mend the door", "leafUuid": "u"},
        _row("user", "<command-name>/clear</command-name>"),
        _row("user", "Mend the door.", timestamp="2025-01-02T03:04:05Z"),
        _row("assistant", [{"type": "text", "text": "I look."}]),
        _row("assistant", [{"type": "tool_use", "name": "Read", "input": {"file": "door.py"}}]),
        _row("user", [{"type": "tool_result", "content": "hinge = 1"}], toolUseResult={"stdout": "hinge = 1"}),
        _row("user", "Look into the hinges.", isSidechain=True),
        _row("assistant", [{"type": "text", "text": "Done."}]),
    )
    assert turns_by_speaker(document) == [
        ("User", "Mend the door."),
        ("Assistant", "I look."),
        ("Assistant", "Done."),
    ]
    assert document.title and document.title.text == "Mend the door"
    assert document.date and document.date.iso and document.date.iso.startswith("2025-01-02")
    assert document.lost is None


def test_rows_of_one_message_are_one_turn(tmp_path: Path) -> None:
    rows = [_row("assistant", [{"type": "text", "text": word}]) for word in ("One.", "Two.")]
    for row in rows:
        row["message"]["id"] = "m"
    assert turns_by_speaker(_lines(tmp_path, _row("user", "Count."), *rows))[1:] == [("Assistant", "One.\nTwo.")]


def test_a_session_of_codex_has_its_messages_once(tmp_path: Path) -> None:
    def item(role: str, *texts: str) -> dict[str, Any]:
        content = [{"type": "input_text", "text": text} for text in texts]
        return {"type": "response_item", "payload": {"type": "message", "role": role, "content": content}}

    document = _lines(
        tmp_path,
        {"timestamp": "2025-01-02T03:04:05Z", "type": "session_meta", "payload": {"id": "s", "cwd": "/x"}},
        item("developer", "Ask before you write."),
        item("user", "<environment_context>x</environment_context>"),
        item("user", "Mend the door."),
        {"type": "event_msg", "payload": {"type": "user_message", "message": "Mend the door."}},
        {"type": "response_item", "payload": {"type": "function_call", "arguments": "ls"}},
        item("assistant", "Done."),
        {"type": "event_msg", "payload": {"type": "agent_message", "message": "Done."}},
    )
    assert turns_by_speaker(document) == [("User", "Mend the door."), ("Assistant", "Done.")]
    assert document.lost is None


def test_a_talk_in_which_nothing_is_said_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"nothing is said"):
        _read(tmp_path, [{"title": "x", "mapping": {}, "current_node": None}])


def test_an_answer_beside_the_messages_is_said_and_a_refused_one_is_not(tmp_path: Path) -> None:
    answers = {"chosen": {"from": "gpt", "value": "Three hours."}, "rejected": {"from": "gpt", "value": "A day."}}
    document = _read(tmp_path, [{"conversations": [{"from": "human", "value": "How long?"}], **answers}])
    assert turns_by_speaker(document) == [("Human", "How long?"), ("GPT", "Three hours.")]
    assert "A day." in [rest.text.rpartition("\n")[2] for rest in document.residue] and document.lost is None


def test_pictures_among_the_parts_of_a_message_are_told(tmp_path: Path) -> None:
    parts = [{"type": "image", "value": "rome/1.jpg"}, {"type": "text", "value": "Where is it?"}]
    document = _read(tmp_path, {"messages": [{"role": "user", "content": parts}]})
    assert turns_by_speaker(document) == [("User", "[Image]\nWhere is it?")]


def test_a_talk_that_begins_with_a_tag_alone_is_read(tmp_path: Path) -> None:
    document = _read(tmp_path, [{"role": "user", "content": "<a>"}, {"role": "assistant", "content": "Three hours."}])
    assert turns_by_speaker(document)[-1] == ("Assistant", "Three hours.")
