"""Whether labels and the words after them are a dialogue: not a glossary, a list of fields, or chance.

Knows names and words; not where they came from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from tui_reader.document.people.label_parts import take_apart
from tui_reader.formats.labels import verdicts

_STOP = r"[.?!…;,][\"”’')\]*_]*(?:\s|$)"
_STOP_WITHOUT_BLANK = "[。！？，、；…؟،۔।]"
"""Of scripts that print no blank behind it, or have a sign of their own."""
_UNDIVIDED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{8}"
"""Words of languages that are written without blanks: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_SPOKEN_WORDS = 4
_THIN = 40
"""Paragraphs for each label, above which the labels of a page are chance."""
_NEARLY_ALL = 0.6
"""Share of labelled paragraphs from which they are a dialogue whatever the labels are."""
_FEWEST_IN_MARKUP = 2


def is_spoken(words: str) -> bool:
    """Whether the words after a label are said, and not the value of a field: four words or more, or a stop."""
    said = len(words.split(None, _SPOKEN_WORDS - 1)) >= _SPOKEN_WORDS or bool(re.search(_STOP, words))
    return said or bool(re.search(_STOP_WITHOUT_BLANK, words) or re.search(_UNDIVIDED, words))


def mostly_spoken(texts: Collection[str], one_in: int) -> bool:
    """Whether at least one in `one_in` of the texts after labels is said."""
    return one_in * sum(map(is_spoken, texts)) >= len(texts)


def take_turns(names: Sequence[str]) -> bool:
    """Whether the names, in the order of their use, are two or more, and one of them comes again."""
    uses = Counter(names)
    return len(uses) >= 2 and max(uses.values()) >= 2


def dense(labels: int, paragraphs: int) -> bool:
    """Whether labels are so close to each other that they are not chance."""
    return _THIN * labels >= paragraphs


def confirm_in_page(said: Sequence[str], paragraphs: int) -> bool:
    """Whether labels of plain print make a page a dialogue; rejects them where they do not.

    `said` is what follows each label, `paragraphs` the number of paragraphs. A page of many paragraphs with few labels,
    or with short values after most, is a text with fields or examples in it.
    """
    holds = dense(len(said), paragraphs) and mostly_spoken(said, 2)
    if not holds:
        verdicts.overrule("few labels in a long page, or short values after most: fields, not a dialogue")
    return holds


def confirm_by_markup(labels: int) -> bool:
    """Whether the labels of a page's markup are enough to be a dialogue's; rejects them where they are not."""
    holds = labels >= _FEWEST_IN_MARKUP
    if not holds:
        verdicts.overrule("the only name that the markup sets apart")
    return holds


def is_talk(labels: Sequence[str], named: Collection[str], paragraphs: int) -> bool:
    """Whether labels are a dialogue's, and not a salutation, a heading or the names of things.

    Two people are heard again, or the document itself names one of them (`named`, folded), or nearly all paragraphs
    are labelled.
    """
    if len(labels) >= max(2, _NEARLY_ALL * paragraphs):
        return True
    uses = Counter(take_apart(label).base for label in labels)
    if len(uses) < 2:
        return False
    again = sum(number > 1 for number in uses.values())
    most_come_again = again > 0 and len(labels) > 2 * len(uses) - 2
    return again > 1 or most_come_again or any(base in named for base in uses)
