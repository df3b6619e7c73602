"""Numbers in English words: cardinals, ordinals, years, Roman numerals. Knows nothing of their context."""

from __future__ import annotations

from tui_reader.narration.normalization.rule import words

_ONES = words("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
""")
_TENS = words("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_FIGURES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def cardinal(number: int) -> str:
    """28: "twenty-eight". From 0 up."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    for scale, name in _SCALES:
        if number >= scale:
            rest = f" {cardinal(number % scale)}" if number % scale else ""
            return f"{cardinal(number // scale)} {name}{rest}"
    raise AssertionError(number)


def ordinal(number: int) -> str:
    """9: "ninth"; 21: "twenty-first"."""
    said = cardinal(number)
    for sign in ("-", " "):
        head, found, last = said.rpartition(sign)
        if found:
            return head + sign + _ordinal_of(last)
    return _ordinal_of(said)


def _ordinal_of(word: str) -> str:
    if word.endswith("y"):
        return word[:-1] + "ieth"
    return _ORDINALS.get(word, word + "th")


def year(number: int) -> str:
    """1962: "nineteen sixty-two"; 1905: "nineteen oh five"; 2005: "two thousand five"; 2021: "twenty twenty-one"."""
    century, rest = divmod(number, 100)
    if century % 10 == 0 and rest < 10:
        return cardinal(number)
    return f"{cardinal(century)} {pair(rest)}"


def pair(number: int) -> str:
    """The last two digits of a year, a time or a type: "hundred", "oh five", "sixty-two"."""
    if number == 0:
        return "hundred"
    return f"oh {_ONES[number]}" if number < 10 else cardinal(number)


def plural(said: str) -> str:
    """ "sixty": "sixties"; "oh five": "oh fives"."""
    if said.endswith("y"):
        return said[:-1] + "ies"
    return said + ("es" if said.endswith("x") else "s")


def full_year(figures: str) -> int:
    """The year of two digits, "62": 1962, from 1930 to 2029; four digits are a year as they are."""
    number = int(figures)
    return number if len(figures) > 2 else number + (1900 if number >= 30 else 2000)


def roman(figures: str) -> int | None:
    """XI: 11, iv: 4; None for anything but a Roman numeral up to 3999."""
    total = 0
    values = [_ROMAN.get(figure.upper(), 0) for figure in figures]
    for value, following in zip(values, [*values[1:], 0], strict=False):
        total += -value if value < following else value
    return total if 0 < total < 4000 and to_roman(total) == figures.upper() else None


def to_roman(number: int) -> str:
    """11: XI. Up to 3999."""
    figures = ""
    for value, figure in _FIGURES:
        figures += figure * (number // value)
        number %= value
    return figures
