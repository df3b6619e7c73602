"""Names of keys: Textual's, which the table of commands uses; as a terminal sends them; as a person writes them."""

from __future__ import annotations

NAMES = {
    " ": "space", "\n": "enter", "\r": "enter", "\x1b": "escape", "\t": "tab", "\x7f": "backspace", "\b": "backspace",
    "!": "exclamation_mark", '"': "quotation_mark", "#": "number_sign", "$": "dollar_sign", "%": "percent_sign",
    "&": "ampersand", "'": "apostrophe", "(": "left_parenthesis", ")": "right_parenthesis", "*": "asterisk",
    "+": "plus", ",": "comma", "-": "minus", ".": "full_stop", "/": "slash", ":": "colon", ";": "semicolon",
    "<": "less_than_sign", "=": "equals_sign", ">": "greater_than_sign", "?": "question_mark", "@": "at",
    "[": "left_square_bracket", "\\": "backslash", "]": "right_square_bracket", "^": "circumflex_accent",
    "_": "underscore", "`": "grave_accent", "{": "left_curly_bracket", "|": "vertical_line",
    "}": "right_curly_bracket", "~": "tilde",
}  # fmt: skip
"""What a terminal sends to Textual's names; letters and digits are their own names."""
WORDS = {"space": "Space", "enter": "Enter", "escape": "Escape", "left": "Left", "right": "Right"}
"""Keys without a printed character that no screen reader uses, as a person writes them."""
UNKNOWN = "unknown"
"""The name of a key that sends what nobody knows."""
_SIGNS = {name: character for character, name in NAMES.items() if character.isprintable() and character != " "}
_WORDS_LOWER = {word.lower(): name for name, word in WORDS.items()}


def key_name(key: str) -> str:
    """The name of a key for a person who reads it."""
    return WORDS.get(key) or _SIGNS.get(key, key)


def key_said(key: str) -> str:
    """The name of a key for a person who hears it: a sign is named by a word, because most voices skip signs."""
    if key not in _SIGNS:
        return key_name(key)
    return key.replace("curly_bracket", "brace").replace("square_bracket", "bracket").replace("_", " ")


def character_of(key: str) -> str | None:
    """The character that a key types; None if it types nothing."""
    return key if len(key) == 1 else " " if key == "space" else _SIGNS.get(key)


def keys_typed(typed: str) -> tuple[str, ...]:
    """Textual's names of keys that a person has written, separated by spaces: "j Right +".

    Raises ValueError for a key that cannot be chosen. A sign, a letter, Space, Enter, Escape, Left and Right can;
    digits cannot, because they type the number of a turn.
    """
    return tuple(dict.fromkeys(map(_key_typed, typed.split())))


def named_key(typed: str) -> str:
    """The name of one key that was typed or named, "+" or "Space"; anything else as it is."""
    try:
        return _key_typed(typed)
    except ValueError:
        return typed


def _key_typed(word: str) -> str:
    if len(word) == 1 and word.isprintable() and not word.isdecimal() and (word in NAMES or word.isalpha()):
        return NAMES.get(word, word)
    if word.lower() not in _WORDS_LOWER:
        raise ValueError(f"{word!a} is not a key")
    return _WORDS_LOWER[word.lower()]
