"""Which of what might be labels are labels, for the hits of one convention of plain print.

A label is used again and again, or looks like those that are, or is named in the title or the cast. Knows what one
convention found in the paragraphs of a document; not their text, nor who the labels mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property

from tui_reader.document.people.misprints import MisprintIndex
from tui_reader.formats.labels import set_apart, unpunctuated_labels
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.conventions import Convention
from tui_reader.formats.labels.coverage import STRAY_GAP, enough_by_shape, enough_by_use, strays
from tui_reader.formats.labels.dialogue import is_spoken, mostly_spoken, take_turns
from tui_reader.formats.labels.edges import Edges
from tui_reader.formats.labels.frequency import NEVER, times, used
from tui_reader.formats.labels.groups import is_group
from tui_reader.formats.labels.lists import grouped, may_be_listed, why_a_list
from tui_reader.formats.labels.name_evidence import NameEvidence, name_ends
from tui_reader.formats.labels.shapes import Shape, is_built_as_name, kind_of, kinds_of
from tui_reader.formats.labels.tally import Tally
from tui_reader.formats.paragraphs import Paragraph

_BESIDE = 3
"""Paragraphs before the first and after the last label in which one that stands alone still belongs to them."""
_USUAL = 0.2
"""Share of the labels from which a shape is the usual one."""
_FEWEST_HANDLES = 4
"""Paragraphs that must begin with handles where no name is printed."""
_CLOSE = 0.8
"""Share of the paragraphs between the first and the last label from which each hit there is one."""
_FIRST, _FEWEST_VALUES = 100, 8
"""Labels whose words are looked at; labels from which words that are never said tell a list of settings."""
_OFTEN = 0.3
"""Share of these from which a name that comes once is one, if the text prints it as a name alone."""


class LabelFilter:
    """The labels among the hits of one convention: `kept`, by index of the paragraph, and the reason for each hit."""

    def __init__(
        self,
        text: str,
        convention: Convention,
        hits: dict[int, LabelCandidate],
        paragraphs: Sequence[Paragraph],
        timed: Collection[int],
        named: Collection[str],
    ) -> None:
        """`timed` are the paragraphs with a time before the words, `named` the folded names of title and cast."""
        self._text = text
        self._evidence = NameEvidence(text)
        self._convention = convention
        self._hits = hits
        self._paragraphs = paragraphs
        self._named = frozenset(named)
        self._edges = Edges(text, paragraphs)
        self._tally = Tally(text, convention, hits, len(paragraphs), timed)
        self._is_listed = may_be_listed(convention.name, text, hits.values(), self._tally.shapes.values())
        self._frequent: set[str] = set()
        """Keys that are labels by their use."""
        self._often: set[str] = set()
        """The same, as printed."""
        self._by_shape = False
        """Whether they are so by their shape alone, for nearly all paragraphs begin with one."""
        self._usual: set[str] = set()
        """Kinds of shape that many labels have."""
        self._built: set[str] = set()
        """The first and the last words that frequent labels have in common."""
        self._lines_end = False
        """Whether the line ends behind each of these."""
        self._first_uses = {found.text: found for found in reversed(hits.values())}
        """By label as printed."""
        self._traits: Sequence[Callable[[int], bool]] = ()
        """How nearly all labels in capitals, with a title or a party are set apart."""
        self._unlike: set[str] = set()
        """Plain words that never are."""
        self._divided = False
        """Whether blank lines stand above names and above nothing else that is said."""
        self._apart: Sequence[Callable[[int], bool]] = ()
        """How the labels are set apart from other paragraphs."""
        self._rest: dict[str, str] = {}
        """By key of the others: why it is a label too; empty for one that is not."""
        self._gaps: Collection[int] = ()
        """Blank lines above labels without a sign."""
        self._above = False
        """Whether labels without a sign stand above their words, and not beside them."""
        self._first = self._last = 0
        """Paragraphs of the first and the last label that is one by its use."""
        self._refused = ""
        """Why none of the hits is a label."""
        self.kept: dict[int, LabelCandidate] = self._decided() if hits else {}

    def _decided(self) -> dict[int, LabelCandidate]:
        """Ask one question after the other; the labels by index."""
        tally = self._tally
        named = {index: tally.keys[one.text] for index, one in self._hits.items() if tally.shapes[one.text].named}
        self._refused = why_a_list(grouped(named, self._text, self._paragraphs), self._is_listed)
        if self._refused:
            return {}
        self._frequent = tally.frequent(self._named)
        inside = self._stretch()
        if self._convention.lines and not self._stand_above_words(inside):
            self._refused = "names without a sign do not take turns here with words below them"
            return {}
        if not inside and not self._hold_by_shape():
            self._refused = "too few in their stretch of the text to be a dialogue's labels"
            return {}
        if not self._convention.lines and self._are_values(inside):
            self._refused = "short values after all of them: fields, not a dialogue"
            return {}
        self._find_usual(inside)
        self._judge_rest()
        self._widen()
        return self._in_place()

    def _stretch(self) -> list[int]:
        """The paragraphs with frequent labels, without early quotations; empty where those do not hold."""
        often = {label for label, key in self._tally.keys.items() if key in self._frequent}
        inside = [index for index, found in self._hits.items() if found.text in often]
        if inside:
            inside = inside[strays(inside) :]
            inside = inside[self._tally.titles([self._hits[index].text for index in inside]) :]
            alone = self._convention.lines or self._hits[inside[0]].speech >= self._paragraphs[inside[0]].end
            title_page = self._edges.of_title_page(inside) if alone else 0
            inside = inside[title_page : len(inside) - self._edges.of_notes(inside)]
            self._first, self._last = inside[0], inside[-1]
            if not enough_by_use(self._convention, inside, self._hits, self._tally.shapes, self._paragraphs):
                return []
        return inside

    def _stand_above_words(self, inside: Sequence[int]) -> bool:
        """Whether labels without a sign stand as labels do; notes the blank lines above them."""
        hits, paragraphs = self._hits, self._paragraphs
        above = [index for index in inside if hits[index].speech >= paragraphs[index].end]
        keys = {index: self._tally.keys[hits[index].text] for index in inside}
        if not inside or not unpunctuated_labels.hold(paragraphs, keys, above):
            return False
        self._above = 2 * len(above) > len(inside)
        self._gaps = {paragraphs[index].gap for index in inside[1:]}
        return True

    def _are_values(self, inside: Sequence[int]) -> bool:
        """Whether what follows labels is never said, in a text of nothing else: settings. Half of a list is said."""
        first = (inside or list(self._hits))[:_FIRST]
        if self._is_listed and self._named.isdisjoint(self._frequent):
            is_name = any(self._evidence.is_name(self._hits[index].text) for index in first)
            return not is_name or 2 * sum(map(self._says_something, first)) < len(first)
        if len(first) < _FEWEST_VALUES or self._tally.sure or len(inside) < _CLOSE * len(self._paragraphs):
            return False
        return not any(map(self._says_something, first))

    def _hold_by_shape(self) -> bool:
        """Whether enough paragraphs begin with a name for the names to be labels, without statistics."""
        shapes = self._tally.shapes
        sound = [
            index
            for index, found in self._hits.items()
            if _alone(self._convention, shapes[found.text]) and not found.figure
        ]
        if not enough_by_shape(self._convention, sound, self._hits, shapes, len(self._paragraphs)):
            sound = self._handles()
        if not sound:
            return False
        self._frequent = {self._tally.keys[self._hits[index].text] for index in sound}
        self._by_shape = True
        self._first, self._last = sound[0], sound[-1]
        return True

    def _handles(self) -> list[int]:
        """All paragraphs, where each begins with a word in small letters, and these take turns: a chat's handles."""
        labels = [found.text for found in self._hits.values()]
        if not self._convention.plain_names or len(labels) < max(_FEWEST_HANDLES, len(self._paragraphs)):
            return []
        one_word = not any(" " in label or self._tally.shapes[label].named for label in labels)
        said = [self._text[found.speech : self._paragraphs[index].end] for index, found in self._hits.items()]
        return list(self._hits) if one_word and take_turns(labels) and mostly_spoken(said, 3) else []

    def _find_usual(self, inside: Sequence[int]) -> None:
        """Find the usual kinds of shape; take out plain names where a convention does not have them here."""
        tally = self._tally
        kinds: Counter[str] = Counter()
        for label, number in Counter([self._hits[index].text for index in inside]).items():
            kinds[kind_of(tally.shapes[label])] += number
        self._usual = {kind for kind, number in kinds.items() if number >= _USUAL * len(inside)}
        if not self._convention.plain_names and kinds["plain"] < 0.3 * len(inside):
            self._frequent = {
                key
                for key in self._frequent
                if key in self._named or any(tally.shapes[label].strong for label in tally.labels_of[key])
            }
        self._often = {label for label, key in tally.keys.items() if key in self._frequent}
        self._drop_unlike(inside)
        if len(self._often) == len(tally.keys):
            return  # no label is left to judge
        of_people = [index for index in inside if self._hits[index].text in self._often]
        rare = len(self._often) < len(tally.keys)
        if rare and not self._convention.lines:  # any heading stands as names without a sign do
            self._apart = set_apart.ways(self._text, self._paragraphs, of_people)
        signed = self._convention.name in ("colon", "bulleted") and "plain" in self._usual
        self._divided = signed and set_apart.by_blank_lines(self._text, self._paragraphs, of_people, self._hits)

    def _drop_unlike(self, inside: Sequence[int]) -> None:
        """Drop plain words that never stand as nearly all names do: further in, or with nothing behind them."""
        shapes, hits = self._tally.shapes, self._hits
        if len(self._often) == len(shapes) and all(looks.strong for looks in shapes.values()):
            return
        strong = [index for index in inside if shapes[hits[index].text].strong]
        if 2 * len(strong) < len(inside):
            return

        def set_in(index: int) -> bool:
            return set_apart.is_set_in(self._text, self._paragraphs[index])

        self._traits = [way for way in (set_in, self._is_alone) if set_apart.are_all(way, strong)]
        for way in self._traits:
            so = {found.text for index, found in hits.items() if way(index)}
            self._unlike |= {label for label, looks in shapes.items() if label not in so and not looks.strong}
        self._often -= self._unlike
        self._frequent = {self._tally.keys[label] for label in self._often}

    def _judge_rest(self) -> None:
        """Say of each label that is not frequent why it is one nevertheless, if it is."""
        tally = self._tally
        zone = self._last - self._first + 1
        share = sum(self._first <= index <= self._last for index in self._hits) / zone
        near_names = MisprintIndex(self._frequent)
        ends = Counter(end for key in self._frequent for end in name_ends(key))
        self._built = {end for end, number in ends.items() if number > 1}
        signed = self._convention.name in ("colon", "bulleted", "dashes")  # in emphasis stand titles of songs as well
        self._lines_end = signed and bool(self._often) and all(map(self._ends_line, self._often))
        for label, key in tally.keys.items():
            if label not in self._often and key not in self._rest:
                looks = tally.shapes[label]
                never = looks.field or tally.figures[key] or label in self._unlike
                self._rest[key] = "" if never else self._alike(label, looks, share, near_names)

    def _alike(self, label: str, looks: Shape, share: float, near_names: MisprintIndex) -> str:
        """Why a label that is not frequent is one; empty where it is not. `share` of the paragraphs have a label."""
        key = self._tally.keys[label]
        if alike := self._printed_alike(label, looks):
            return alike
        if share >= _CLOSE and " " not in label and not any(one.named for one in self._shapes_of_frequent()):
            return "a name in small letters, as the others are, where nearly every paragraph begins with one"
        if looks.named and self._convention.plain_names:
            if share >= _CLOSE:
                return "printed as a name where nearly every paragraph begins with one"
            if self._ends_line(label) and self._lines_end:
                return "at the end of its line, as the other names are"
            if not self._built.isdisjoint(name_ends(key)):
                return "built as other names are"
            if share >= _OFTEN and "plain" in self._usual and self._evidence.is_name(label):
                return "printed as a name, here and everywhere in the text, as the other names are"
        if not looks.named:
            return ""
        if self._is_set_apart(label) and self._evidence.is_name(label):
            return "set apart as the other names are"
        return "nearly the same letters as another name" if near_names.has(key) else ""

    def _printed_alike(self, label: str, looks: Shape) -> str:
        """Why a label is one by its print alone, in capitals or before a direction as others; empty where it is not."""
        key = self._tally.keys[label]
        if is_group(key, self._frequent):
            return "several of the names at once"
        directed = self._tally.directed
        if looks.named and key in directed and not self._frequent.isdisjoint(directed):
            return "a direction behind it, as behind other names"
        usual = looks.strong and not self._usual.isdisjoint(kinds_of(looks, label))
        in_angles = looks.named and all(map(self._is_in_angles, (label, *self._often)))
        if usual or in_angles:
            return f"{looks.words} as the other names are"
        divided = self._divided and self._begins_blocks(label, looks)
        return "below an empty line, as little but the other names is" if divided else ""

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The paragraphs that begin with a label, by label as printed."""
        places: dict[str, list[int]] = {}
        for index, found in self._hits.items():
            places.setdefault(found.text, []).append(index)
        return places

    def _begins_blocks(self, label: str, looks: Shape) -> bool:
        """Whether a label without figures that may be a name always stands below an empty line."""
        return is_built_as_name(label, looks) and all(self._paragraphs[index].gap > 0 for index in self._places[label])

    def _is_set_apart(self, label: str) -> bool:
        """Whether the label stands each time where a text sets apart its speeches, and little else."""
        return bool(self._apart) and all(way(index) for index in self._places[label] for way in self._apart)

    def _is_in_angles(self, label: str) -> bool:
        """Whether a label stands between < and > at its first use: no direction does."""
        return self._text[self._first_uses[label].span.start] == "<"

    def _ends_line(self, label: str) -> bool:
        """Whether a line ends behind the sign of a label, at its first use."""
        return self._text[(at := self._first_uses[label].speech) : at + 2].lstrip(" ")[:1] == "\n"

    def _is_alone(self, index: int) -> bool:
        """Whether a line ends behind the sign of a label."""
        speech = self._hits[index].speech
        return speech == self._paragraphs[index].end or self._text[speech : speech + 2].lstrip(" ")[:1] == "\n"

    def _shapes_of_frequent(self) -> Iterator[Shape]:
        tally = self._tally
        return (tally.shapes[label] for key in self._frequent for label in tally.labels_of[key])

    def _widen(self) -> None:
        """Take speeches close to the first and the last label, under names that come once, into the dialogue."""
        indices = [index for index, found in self._hits.items() if self._rest.get(self._tally.keys[found.text])]
        for index in reversed(indices):
            if index < self._first and self._reaches(index, _BESIDE) and self._says_something(index):
                self._first = index
        for index in indices:
            if index > self._last and self._reaches(index, _BESIDE) and self._says_something(index):
                self._last = index

    def _says_something(self, index: int) -> bool:
        return is_spoken(self._text[self._hits[index].speech : self._paragraphs[index].end])

    def _in_place(self) -> dict[int, LabelCandidate]:
        """The hits whose labels are labels, without those too far from the dialogue or set apart from its labels."""
        indices = list(self._hits)
        inside = self._first <= indices[0] and indices[-1] <= self._last
        if inside and not self._gaps and all(self._rest.values()):
            return self._hits
        often, rest, keys = self._often, self._rest, self._tally.keys
        alike = {label for label, looks in self._tally.shapes.items() if looks.strong and kind_of(looks) in self._usual}
        return {
            index: found
            for index, found in self._hits.items()
            if (found.text in often or (rest[keys[found.text]] and self._stands_as_labels(index)))
            and self._is_near(index, found.text in often, found.text in alike)
        }

    def _stands_as_labels(self, index: int) -> bool:
        """Whether a rare label without a sign has the blank lines of the others above it, and words below it."""
        if not self._gaps:
            return True
        if self._hits[index].speech < self._paragraphs[index].end:
            return self._paragraphs[index].gap >= min(self._gaps)
        if self._paragraphs[index].gap not in self._gaps or not self._above:
            return False
        below = self._hits.get(index + 1)
        return index + 1 < len(self._paragraphs) and not (below and self._tally.shapes[below.text].strong)

    def _is_near(self, index: int, frequent: bool, alike: bool) -> bool:
        """Whether a label stands in the dialogue or beside it, or, being printed as the usual ones, before it."""
        if self._first <= index <= self._last:
            return True
        alone = alike and self._is_alone in self._traits and self._is_alone(index)
        most = len(self._paragraphs) if alone else STRAY_GAP if alike else _BESIDE
        return not frequent and self._reaches(index, most)

    def _reaches(self, index: int, most: int) -> bool:
        """Whether at most so many paragraphs, and no heading, lie between a label and the dialogue."""
        low, high = (index, self._first) if index < self._first else (self._last, index)
        return high - low <= most and not any(self._edges.divides(between) for between in range(low + 1, high))

    # Reasons

    def reason(self, index: int) -> str:
        """Why the hit of this paragraph is a label, or why not, in words."""
        found = self._hits[index]
        label, key = found.text, self._tally.keys[found.text]
        looks, uses = self._tally.shapes[label], self._tally.uses[key]
        if index in self.kept:
            return self._rest.get(key) or self._reason_of_use(label, key, uses, looks)
        if looks.field:
            return f"a field's name, {times(uses)}"
        if self._tally.figures[key]:
            return "followed by a figure, as the number of a section is"
        if self._refused:
            return self._refused
        if label in self._often or self._rest.get(key):
            return "too far from the dialogue, or not set apart as its labels are"
        if uses == 1:
            return "stands once, and no other label looks so"
        return f"{used(uses, looks)}, unlike the labels here"

    def _reason_of_use(self, label: str, key: str, uses: int, looks: Shape) -> str:
        """Why a frequent label is one."""
        if self._by_shape:
            return f"{looks.words} where nearly every paragraph begins with a name"
        need = self._tally.needed(label)
        if uses < need != NEVER and key in self._named:
            return "named in the title or the cast"
        return "beside a time, as the other names are" if need == 1 else used(uses, looks)


def _alone(convention: Convention, looks: Shape) -> bool:
    """Whether a label that nothing else supports can be one by its shape."""
    return looks.named and not looks.field and (convention.plain_names or looks.strong)
