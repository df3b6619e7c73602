"""Which rules a sentence is searched by."""

from __future__ import annotations

import pytest

from tui_reader.narration.normalization.rule import Rule
from tui_reader.narration.normalization.rules import LATE_RULES, RULES, rules_for, silencing_rules


@pytest.mark.parametrize("rule", [*RULES, *LATE_RULES], ids=lambda rule: f"{rule.name}: {rule.examples[0][0]}")
def test_a_rule_is_tried_wherever_it_finds_something(rule: Rule) -> None:
    for printed, _ in rule.examples:
        tried = any(rule in some for some in rules_for(printed))
        assert tried or not rule.found(printed)


@pytest.mark.parametrize(
    ("printed", "most"), [("I was there when it happened.", 2), ("In 1943 he had 20 men.", 10), ("Well, no.", 2)]
)
def test_a_plain_sentence_is_searched_by_few_rules(printed: str, most: int) -> None:
    assert sum(map(len, rules_for(printed))) <= most


@pytest.mark.parametrize("rule", [*RULES, *LATE_RULES], ids=lambda rule: f"{rule.name}: {rule.examples[0][0]}")
def test_a_rule_that_leaves_words_unsaid_says_so(rule: Rule) -> None:
    for printed, _ in rule.examples:
        silent = any(
            not place.said and any(map(str.isalnum, printed[place.start : place.end])) for place in rule.found(printed)
        )
        assert not silent or rule in silencing_rules(printed, "en")
