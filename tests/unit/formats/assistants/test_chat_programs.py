"""Talks of programs with language models that have a shape of their own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse


def _read(value: object) -> Document:
    return parse(json.dumps(value).encode(), "talk.json")


def _left_out(document: Document) -> dict[str, str]:
    return {one.text: one.why for one in document.residue}


def test_thoughts_and_other_branches_of_deepseek_are_not_said() -> None:
    def node(id: str, parent: str | None, children: list[str], *fragments: tuple[str, str]) -> dict[str, Any]:
        parts = [{"type": kind, "content": words} for kind, words in fragments]
        return {"id": id, "parent": parent, "children": children, "message": {"fragments": parts} if parts else None}

    mapping = {
        "root": node("root", None, ["1"]),
        "1": node("1", "root", ["2", "3"], ("REQUEST", "How high?")),
        "2": node("2", "1", [], ("RESPONSE", "Low.")),
        "3": node("3", "1", [], ("THINK", "A moment."), ("RESPONSE", "Too high.")),
    }
    document = _read([{"id": "c", "title": "Water", "mapping": mapping}])
    assert turns_by_label(document) == [("User", "How high?"), ("Assistant", "Too high.")]
    person = document.person(document.turns[1].speaker)
    assert person and person.name == "DeepSeek" and document.lost is None
    why = _left_out(document)
    assert (why["A moment."], why["Low."]) == ("what the model thought", "another branch of the talk")


def test_answers_of_grok_follow_their_questions() -> None:
    answers = [
        {"response": {"sender": who, "message": words}} for who, words in (("human", "How?"), ("ASSISTANT", "So."))
    ]
    document = _read({"conversations": [{"conversation": {"title": "Water"}, "responses": answers}]})
    assert turns_by_label(document) == [("User", "How?"), ("Assistant", "So.")]
    assert document.title and document.title.text == "Water"


def _activity(time: int, title: str, answer: str = "", header: str = "Gemini Apps") -> dict[str, Any]:
    shown = {"safeHtmlItem": [{"html": f"<p>{answer}</p>"}]} if answer else {}
    about = {"products": [header], "activityControls": [header]}
    return {"header": header, "title": title, "time": f"2024-03-05T10:0{time}:00Z", **about, **shown}


def test_activity_of_gemini_is_told_oldest_first_as_questions_and_answers() -> None:
    rows = [_activity(3, "Gave feedback: Good"), _activity(2, "Prompted And now?", "Wait &amp; see."),
            _activity(1, "Prompted How high?", "Too <b>high</b>.")]  # fmt: skip
    document = _read(rows)
    assert turns_by_label(document) == [
        ("User", "How high?"), ("Assistant", "Too high."), ("User", "And now?"), ("Assistant", "Wait & see."),
    ]  # fmt: skip
    assert document.lost is None


def test_a_question_of_gemini_with_a_start_in_another_language_is_said_and_not_left_out() -> None:
    document = _read([_activity(1, "Prompt eingegeben: Wie hoch?", "Zu hoch.")])
    assert turns_by_label(document) == [("User", "Prompt eingegeben: Wie hoch?"), ("Assistant", "Zu hoch.")]
    assert "Prompt eingegeben: Wie hoch?" not in _left_out(document)


def test_activity_of_other_programs_is_no_talk() -> None:
    with pytest.raises(DocumentError, match="Gemini's activity"):
        _read([_activity(1, "Searched for water", header="Search")])


def test_other_tries_of_an_answer_of_sillytavern_are_not_said() -> None:
    rows = [{"user_name": "Mia", "character_name": "Sera"}, {"name": "Mia", "is_user": True, "mes": "How?"},
            {"name": "Sera", "is_user": False, "mes": "So.", "swipes": ["Thus.", "So."], "swipe_id": 1}]  # fmt: skip
    document = parse("\n".join(map(json.dumps, rows)).encode(), "talk.jsonl")
    assert turns_by_label(document) == [("Mia", "How?"), ("Sera", "So.")]
    assert _left_out(document)["Thus."] == "another branch of the talk"


def test_the_chosen_version_of_a_message_of_lm_studio_is_said_without_its_thoughts() -> None:
    def part(words: str) -> dict[str, Any]:
        return {"content": [{"type": "text", "text": words}]}

    asked = {"versions": [{"type": "singleStep", "role": "user", **part("How?")}], "currentlySelected": 0}
    steps = [{"type": "contentBlock", "style": {"type": "thinking"}, **part("Hm.")},
             {"type": "contentBlock", **part("So.")}]  # fmt: skip
    versions = [
        {"type": "multiStep", "role": "assistant", "steps": [part("No.")]},
        {"type": "multiStep", "role": "assistant", "steps": steps},
    ]
    document = _read({"name": "Water", "messages": [asked, {"versions": versions, "currentlySelected": 1}]})
    assert turns_by_label(document) == [("User", "How?"), ("Assistant", "So.")]
    assert {"Hm.", "No."} <= _left_out(document).keys()


def test_pairs_of_text_generation_webui_may_begin_with_a_greeting() -> None:
    pairs = [["<|BEGIN-VISIBLE-CHAT|>", "Hello."], ["How?", "So."]]
    document = _read({"internal": pairs, "visible": pairs})
    assert turns_by_label(document) == [("Assistant", "Hello."), ("User", "How?"), ("Assistant", "So.")]


def test_the_last_answers_of_librechat_are_said_by_their_models() -> None:
    def message(sender: str, words: str, *children: dict[str, Any]) -> dict[str, Any]:
        return {"sender": sender, "text": words, "isCreatedByUser": sender == "User", "children": list(children)}

    tree = message("User", "How?", message("GPT-4", "No."), message("GPT-4", "So.", message("User", "Ah.")))
    document = _read({"conversationId": "c", "title": "Water", "messages": [tree]})
    assert turns_by_label(document) == [("User", "How?"), ("GPT-4", "So."), ("User", "Ah.")]
    assert _left_out(document)["No."] == "another branch of the talk" and document.lost is None
