"""ChatGPT's export: the branch of the tree that is read, and what nobody says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents import read_text, turns_by_speaker
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Document


def _node(
    id: str, parent: str | None, role: str, *parts: Any, children: tuple[str, ...] = (), **further: Any
) -> dict[str, Any]:
    content = further.pop("content", {"content_type": "text", "parts": list(parts)})
    message = {"id": id, "author": {"role": role}, "content": content, "recipient": "all", **further}
    return {"id": id, "message": message, "parent": parent, "children": list(children)}


def _talk(nodes: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    root = {"id": "root", "message": None, "parent": None, "children": [nodes[0]["id"]]}
    mapping = {node["id"]: node for node in (root, *nodes)}
    return {"title": "Bread", "create_time": 1700000000.5, "mapping": mapping, **fields}


def _read(folder: Path, *talks: dict[str, Any]) -> Document:
    return read_text(folder, json.dumps(list(talks)), "conversations.json")


def test_the_branch_to_the_current_message_is_read_and_another_one_is_kept_unsaid(tmp_path: Path) -> None:
    nodes = [
        _node("b", "a", "assistant", "Rye is hard."),
        _node("a", "root", "user", "Which flour?", children=("b", "c")),
        _node("c", "a", "assistant", "Take spelt."),
    ]
    document = _read(tmp_path, _talk(nodes, current_node="c"))
    assert turns_by_speaker(document) == [("User", "Which flour?"), ("Assistant", "Take spelt.")]
    assert [(rest.text, rest.why) for rest in document.residue] == [("Rye is hard.", "another branch of the talk")]
    assert document.title and document.title.text == "Bread"
    assert document.date and document.date.iso == "2023-11-14T22:13:20+00:00"
    assert document.people[1].name == "ChatGPT" and document.lost is None and document.warnings == ()


def test_without_a_current_message_the_last_children_are_read(tmp_path: Path) -> None:
    nodes = [
        _node("a", "root", "user", "Which flour?", children=("b", "c")),
        _node("b", "a", "assistant", "Rye."),
        _node("c", "a", "assistant", "Spelt."),
    ]
    assert turns_by_speaker(_read(tmp_path, _talk(nodes)))[-1] == ("Assistant", "Spelt.")


def test_calls_and_answers_of_tools_thoughts_and_hidden_instructions_are_not_said(tmp_path: Path) -> None:
    hidden = {"is_visually_hidden_from_conversation": True}
    thoughts = {"content_type": "thoughts", "thoughts": [{"summary": "Oven", "content": "The oven is old."}]}
    nodes = [
        _node("s", "root", "system", "Be kind.", metadata=hidden),
        _node("a", "s", "user", "How hot?"),
        _node("t", "a", "assistant", content=thoughts),
        _node("c", "t", "assistant", content={"content_type": "code", "text": "heat(250)"}, recipient="python"),
        _node("r", "c", "tool", content={"content_type": "execution_output", "text": "done"}),
        _node("b", "r", "assistant", "At 250 degrees."),
    ]
    document = _read(tmp_path, _talk(nodes, current_node="b"))
    assert turns_by_speaker(document) == [("User", "How hot?"), ("Assistant", "At 250 degrees.")]
    assert [rest.why for rest in document.residue] == [
        "instructions that are not shown",
        "what the model thought",
        "a call of a tool",
        "the answer of a tool",
    ]
    assert document.lost is None


def test_pictures_are_told_and_words_that_were_spoken_are_read(tmp_path: Path) -> None:
    picture = {"content_type": "image_asset_pointer", "asset_pointer": "file-service://x"}
    spoken = {"content_type": "audio_transcription", "text": "Is it done?"}
    voice = [spoken, {"content_type": "audio_asset_pointer", "asset_pointer": "sediment://y"}]
    nodes = [
        _node("a", "root", "user", content={"content_type": "multimodal_text", "parts": [picture, "My loaf."]}),
        _node("b", "a", "user", content={"content_type": "multimodal_text", "parts": voice}),
    ]
    document = _read(tmp_path, _talk(nodes, current_node="b"))
    assert [[one.text for one in turn.passages] for turn in document.turns] == [
        ["[Image]", "My loaf."],
        ["Is it done?"],
    ]


def test_signs_of_emphasis_code_and_marks_of_sources_are_not_said(tmp_path: Path) -> None:
    words = "**Flour** is [here](http://x.org).\ue200cite\ue202turn0search1\ue201\n\n```\nmix()\n```\n\n- 3 eggs"
    document = _read(tmp_path, _talk([_node("a", "root", "assistant", words)], current_node="a"))
    assert [one.text for one in document.turns[0].passages] == ["Flour is here.", "3 eggs"]
    assert "mix()" in document.text and document.lost is None


def test_a_branch_that_leads_in_a_circle_ends(tmp_path: Path) -> None:
    nodes = [_node("a", "b", "user", "Round."), _node("b", "a", "assistant", "And round.")]
    assert len(_read(tmp_path, _talk(nodes, current_node="b")).turns) == 2


def test_several_conversations_are_a_collection_with_titles_turns_and_dates(tmp_path: Path) -> None:
    first = _talk([_node("a", "root", "user", "Which flour?")], current_node="a")
    second = _talk([_node("a", "root", "user", "Where is **the** mill?")], current_node="a", title=None)
    with pytest.raises(CollectionError) as raised:
        _read(tmp_path, first, second)
    entries = raised.value.collection.to_json()["documents"]
    assert entries[0] == {"id": "1", "title": "Bread", "turns": 1, "date": "2023-11-14T22:13:20+00:00"}
    assert entries[1]["title"] == "Where is the mill?"
    second_read = raised.value.read("2")
    assert turns_by_speaker(second_read) == [("User", "Where is the mill?")]
    assert second_read.lost is None and second_read.key != raised.value.read("1").key


def test_other_branches_are_kept_in_their_order_and_odd_parents_are_none(tmp_path: Path) -> None:
    nodes = [_node("a", "root", "user", "Which flour?", children=("z",)), _node("z", "a", "assistant", "Spelt.")]
    nodes += [_node(f"b{number}", "a", "assistant", f"Flour {number}.") for number in range(9)]
    talk = _talk(nodes)
    talk["mapping"]["root"]["parent"] = ["x"]
    document = _read(tmp_path, talk)
    assert turns_by_speaker(document) == [("User", "Which flour?"), ("Assistant", "Spelt.")]
    assert [rest.text for rest in document.residue] == [f"Flour {number}." for number in range(9)]
