"""How a turn is printed in plain text: what stands where between the name and the words. Knows no parser.

What real documents do not combine, or where a person who does not know the language could not tell either, is left out:

- Before a full stop, and on a line of their own, names that are printed in small letters come more than once: else
  `True. I saw it.` is printed as `Servant. A carriage.` is.
- Initials and questions stand before colons and stops, capitals alone between two dashes or on a line of their own.
- Directions stand beside names where the sign behind them tells where the words begin.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.dress.dialogue import Said
from tests.dress.naming import STYLES

_WHOLE = ("ja", "zh")
_WESTERN = ("en", "de", "fr", "es", "it", "ru", "pl")
_BIG = ("FIRST", "FULL", "TITLED")
_PLAIN = ("first", "full", "titled", "FIRST", "FULL", "TITLED", "Mr. LAST", "I. Last", "I. LAST")
"""Of names alone, without an office or a party."""


class Convention(NamedTuple):
    """One way to print who speaks."""

    name: str
    label: str
    """What stands before the words, with {name}, {direction} (in brackets, a blank before it), {time} and {number}."""
    languages: tuple[str, ...] = _WESTERN
    styles: tuple[str, ...] = _PLAIN
    once: bool = True
    """Whether somebody may speak only once."""
    alone: bool = False
    """Whether the label has a line of its own."""
    quoting: bool = True
    empty: bool = False
    """Whether there must be empty lines between the turns."""
    centred: bool = False
    wrapped: bool = True
    """Whether its lines may end within a paragraph."""

    def label_of(self, turn: Said, number: int) -> str:
        """What is printed before the words of a turn, the `number`th of its dialogue."""
        wide = turn.direction and turn.direction[0] > "\u3000"
        direction = f"（{turn.direction}）" if wide else f" ({turn.direction})" if turn.direction else ""
        time = f"{number // 240:02}:{number // 4 % 60:02}:{number % 4 * 15:02}"
        return self.label.format(name=turn.speaker, direction=direction, time=time, number=number)

    @property
    def directions(self) -> bool:
        """Whether it has a place for them."""
        return "{direction}" in self.label


CONVENTIONS = (
    Convention("colon", "{name}{direction}: ", styles=STYLES),
    Convention("colon, then direction", "{name}:{direction} ", styles=STYLES),
    Convention("colon and two blanks", "{name}:  ", styles=STYLES),
    Convention("colon before a line", "{name}{direction}:", styles=STYLES, alone=True),
    Convention("wide colon", "{name}{direction}：", languages=_WHOLE),
    Convention("wide blank", "{name}\u3000", languages=_WHOLE),
    Convention("stop in capitals", "{name}{direction}. ", styles=(*_BIG, "Mr. LAST", "I. LAST")),
    Convention("stop", "{name}{direction}. ", styles=("first", "titled"), once=False, quoting=False, empty=True),
    Convention("stop and dash", "{name}.—", styles=("first", *_BIG)),
    Convention("dash", "{name}—"),
    Convention("two hyphens", "{name}--"),
    Convention("in brackets", "[{name}] "),
    Convention("in angles", "<{name}> ", styles=("first", "full")),
    Convention("in emphasis", "_{name}._{direction} ", styles=("first", "FIRST", "titled")),
    Convention("line", "{name}{direction}", styles=_BIG, alone=True, empty=True),
    Convention("line and stop", "{name}.", styles=_BIG, alone=True, empty=True),
    Convention("line in the middle", "{name}", styles=_BIG, alone=True, empty=True, centred=True),
    Convention("between dashes", "- {name} -", styles=("first", "full", *_BIG), alone=True, empty=True),
    Convention("two blanks", "{name}    ", styles=_BIG),
    Convention("sign of captions", ">> {name}: "),
    Convention("bullet", "- {name}: ", once=False),
    Convention("tab", "{name}\t", styles=("first", "full", *_BIG), wrapped=False),
    Convention("colon and tab", "{name}:\t"),
    Convention("number and colon", "{number}. {name}: "),
    Convention("number of a cue", "{number}   {name}: ", styles=_BIG),
    Convention("time before the name", "[{time}] {name}: "),
    Convention("time behind the name", "{name} ({time}): "),
    Convention("name and time in a line", "{name}  {time}", alone=True),
    Convention("time in a line above", "{time}\n{name}: ", once=False, empty=True),
)
