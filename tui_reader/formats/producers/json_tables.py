"""Lists that say the same as a list of objects: pairs of name and words, rows under a head, columns."""

from __future__ import annotations

from typing import Any

from tui_reader.formats.producers.json_fields import fields_of, folded, speaker_of, text_of

_LONGEST_NAME = 60
_ASKING = ("question", "q", "interviewer", "user", "human", "prompt", "customer")
_ANSWERING = (
    "answer", "a", "interviewee", "guest", "respondent", "assistant", "ai", "bot", "response", "completion", "agent",
)  # fmt: skip
"""Names of fields that stand together in one object and hold what two people say to each other."""
_FEWEST = 2


def members(value: Any) -> list[dict[str, Any]]:
    """The objects in a list, or in an object that keeps alike ones by their ids; none in anything else."""
    if isinstance(value, dict):
        inner = [one for one in value.values() if isinstance(one, dict)]
        if len(inner) >= _FEWEST and 2 * len(inner) >= len(value) and _alike(inner[0], inner[1]):
            return inner
        return _of_columns(value)
    if not isinstance(value, list):
        return []
    if len(value) >= _FEWEST and all(isinstance(one, list) for one in value[:10]):
        return _of_rows([one for one in value if isinstance(one, list)])
    found = [one for one in value if isinstance(one, dict)]
    return _of_single(found) or _of_exchanges(found) or found


def _alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return 2 * len(one.keys() & other.keys()) >= max(1, min(len(one), len(other)))


def _of_rows(rows: list[list[Any]]) -> list[dict[str, Any]]:
    """Rows under a head of names, or pairs of a name and words."""
    head = rows[0]
    if all(isinstance(one, str) for one in head) and len(head) > 1:
        named = {folded(one): "x" for one in head}
        if text_of(named) and (len(head) > _FEWEST or speaker_of(named, weak=False)) and _is_head(named):
            return [dict(zip(head, row, strict=False)) for row in rows[1:]]
    if any(len(row) != _FEWEST or not all(isinstance(one, str) for one in row) for row in rows):
        return []
    names = {row[0] for row in rows}
    words, letters = sum(len(row[1]) for row in rows), sum(len(row[0]) for row in rows)
    if len(names) >= len(rows) or max(map(len, names)) > _LONGEST_NAME or words <= letters:
        return []
    return [{"speaker": name, "text": said} for name, said in rows]


def _is_head(named: dict[str, str]) -> bool:
    return speaker_of(named) is not None


def _of_columns(value: dict[str, Any]) -> list[dict[str, Any]]:
    """An object of lists of one length, of which one holds words and one the speakers."""
    columns = {name: one for name, one in value.items() if isinstance(one, list)}
    if "data" in columns and "columns" in columns:
        rows = [one for one in columns["data"] if isinstance(one, list)]
        return _of_rows([columns["columns"], *rows]) if rows else []
    lengths = {len(one) for one in columns.values()}
    if len(columns) < _FEWEST or len(lengths) != 1 or max(lengths) < _FEWEST:
        return []
    made = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    first = fields_of(made[0])
    return made if isinstance(text_of(first), str) and text_of(made[0]) and speaker_of(made[0], weak=False) else []


def _of_single(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Objects of one field each, whose name is the speaker's and whose value is what he says."""
    if len(found) < _FEWEST or any(len(one) != 1 or not isinstance(next(iter(one.values())), str) for one in found):
        return []
    names = [next(iter(one)) for one in found]
    if not 1 < len(set(names)) < len(names) or max(map(len, names)) > _LONGEST_NAME or text_of(found[0]):
        return []
    return [{"speaker": name, "text": one[name]} for name, one in zip(names, found, strict=True)]


def _of_exchanges(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Objects that hold a question and its answer, each under the name of who says it."""
    if not found:
        return []
    names = {folded(name): name for name in found[0]}
    pair = [next((names[name] for name in kind if name in names), None) for kind in (_ASKING, _ANSWERING)]
    asks, answers = pair
    if asks is None or answers is None or any(not isinstance(one.get(asks), str) for one in found):
        return []
    made = []
    for one in found:
        said = one.get(answers)
        made += [{"speaker": asks, "text": one[asks]}]
        made += [{"speaker": answers, "text": said}] if isinstance(said, str) else []
    return made
