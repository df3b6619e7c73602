"""How the hits of one convention are used: how often each label, in what shape, beside which times and figures.

Whatever can be told of a label is told once, not for each of its uses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from tui_reader.document.people.label_parts import same
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.conventions import Convention
from tui_reader.formats.labels.frequency import NEVER
from tui_reader.formats.labels.shapes import shape
from tui_reader.formats.labels.words import PARTICLES, folded

_MARKED_PARAGRAPHS, _TIMED_PARAGRAPHS = 0.3, 0.8
"""Shares of the paragraphs with a time after, or before, their label, from which any label there is possible."""


class Tally:
    """The labels of one convention's hits; a key is a label folded, so that two prints of one are counted together."""

    def __init__(
        self,
        text: str,
        convention: Convention,
        hits: Mapping[int, LabelCandidate],
        paragraphs: int,
        timed: Collection[int],
    ) -> None:
        """`hits` are by index of the paragraph in `text`; `timed` are indices of those with a time before them.

        `paragraphs` is how many there are.
        """
        self._convention = convention
        self.printed = Counter([found.text for found in hits.values()])
        """Uses by label as printed."""
        self.keys = {label: _key(label) for label in self.printed}
        self.labels_of: dict[str, list[str]] = {}
        self.uses: Counter[str] = Counter()
        """Uses by key."""
        for label, key in self.keys.items():
            self.labels_of.setdefault(key, []).append(label)
            self.uses[key] += self.printed[label]
        self.directed = {self.keys[one.text] for one in hits.values() if one.direction and not one.numbered}
        """Keys with a direction behind the name, at least once."""
        self.shapes = {label: shape(label) for label in self.keys}
        fields = {label for label, looks in self.shapes.items() if looks.field}
        self.figures = Counter(
            [
                self.keys[found.text]
                for found in hits.values()
                if found.figure
                or (found.text in fields and text[found.speech : found.speech + 2].lstrip()[:1].isdigit())
            ]
        )
        """By key: how often a figure follows, as in "SEC. 12", "Page: 3"."""
        led = [index for index in timed if index in hits]
        self._after_a_time = {self.keys[hits[index].text] for index in led}
        self.sure = convention.sure or 2 * len(led) > len(hits)
        """Whether times mark the labels, so that few uses are enough."""
        most_marked = (
            len(hits) >= _MARKED_PARAGRAPHS * paragraphs
            if convention.sure
            else len(led) >= _TIMED_PARAGRAPHS * paragraphs
        )
        if self.sure and (convention.enclosed or most_marked):
            for label, looks in self.shapes.items():
                if convention.sure or self.keys[label] in self._after_a_time:
                    self.shapes[label] = looks._replace(possible=True, named=looks.named or not looks.field)

    def frequent(self, named: Collection[str]) -> set[str]:
        """The keys used often enough for their shape, or `named` in the title or the cast."""
        found = set()
        again = [label for label, key in self.keys.items() if self.uses[key] > 1]
        names = 2 * sum(self.printed[one] for one in again if self.shapes[one].named) > sum(
            self.printed[one] for one in again
        )
        enclosed = self._convention.enclosed
        for label, key in self.keys.items():
            need = self.needed(label)
            mostly_figures = 2 * self.figures[key] > self.uses[key]
            refrain = names and not (enclosed or self.shapes[label].named) and _is_phrase(label)
            if need != NEVER and not mostly_figures and not refrain and (self.uses[key] >= need or key in named):
                found.add(key)
        return found

    def needed(self, label: str) -> int:
        """How often a label, as printed, must be used to be one."""
        looks = self.shapes[label]
        need = self._convention.often.needed(looks, self.sure)
        marked = self.sure and looks.named and (self._convention.sure or self.keys[label] in self._after_a_time)
        return 1 if marked and need != NEVER else need

    def titles(self, labels: Sequence[str]) -> int:
        """How many of the first labels are in capitals once, as a title is, and in small letters where they speak."""
        for number, label in enumerate(labels[:-2]):
            once = label.isupper() and self.printed[label] == 1
            if not once or all(map(str.isupper, self.labels_of[self.keys[label]])):
                return number
        return max(0, len(labels) - 2)


def _is_phrase(label: str) -> bool:
    """Whether a label in small letters is the start of a sentence: "There were three of them"."""
    return sum(folded(word) not in PARTICLES for word in label.split()) > 2


def _key(label: str) -> str:
    """A label folded; of an office, "The CHAIRMAN (Mr. Grey)", without who holds it at that moment."""
    office, bracket, _ = label.partition(" (")
    return same(office if bracket and office[:4] in ("The ", "THE ") else label)
