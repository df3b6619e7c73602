"""The settings in the words of a person: their groups, names, units and values. Every face and `set` show these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from tui_reader.settings.setting import Setting
from tui_reader.settings.setting_changes import AT_NEXT_START, LATER, in_force, value_shown
from tui_reader.settings.values import Settings, Value, value_of
from tui_reader.terminal.commands import COMMANDS

MILLISECONDS = "ms"
GROUPS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "Reading": {
        "speed": ("Speed", ""),
        "rewind": ("Go back a sentence after a pause of", "minutes"),
        "titles": ("Title read aloud", ""),
        "letters": ("Letters are read by", ""),
        "spell_out": ("Spell out dates and numbers", ""),
        "pauses.sentence": ("Pause before a sentence", MILLISECONDS),
        "pauses.item": ("Pause before an item of a list", MILLISECONDS),
        "pauses.paragraph": ("Pause before a paragraph", MILLISECONDS),
        "pauses.same_speaker": ("Pause before the same speaker", MILLISECONDS),
        "pauses.change": ("Pause before another speaker", MILLISECONDS),
        "pauses.answer": ("Pause around a short answer", MILLISECONDS),
        "pauses.interruption": ("Pause before an interruption", MILLISECONDS),
        "pauses.note": ("Pause around a note", MILLISECONDS),
        "pauses.part": ("Pause before a part", MILLISECONDS),
        "rehearsal": ("Your own turn in a rehearsal", ""),
        "rehearsal_words": ("Words of your part", ""),
    },
    "Sound": {
        "volume": ("Volume", "%"),
        "sound": ("Start with sound", ""),
        "earcons": ("Short sounds", ""),
        "device": ("Sound device", ""),
        "buffer": ("Sound buffered ahead", MILLISECONDS),
        "media_keys": ("Media keys", ""),
    },
    "Voices": {
        "engine": ("Speech engine", ""),
        "stereo": ("Voices from left and right", ""),
        "unrecorded": ("What a recording lacks", ""),
        "skip_silence": ("Shorten silences of recordings", ""),
        "announce": ("Narrator says who speaks", ""),
    },
    "Names and notes": {
        "names": ("Speakers are shown by", ""),
        "notes": ("Notes read aloud", ""),
        "show_notes": ("Always show notes", ""),
        "citation": ("Cited as", ""),
    },
    "Screen": {
        "theme": ("Theme", ""),
        "layout": ("Turn, talk or sentence", ""),
        "beside": ("Beside the talk", ""),
        "shape": ("Shape of the talk below it", ""),
        "mark": ("Marked while read aloud", ""),
        "width": ("Width of the text", "columns"),
        "wrap": ("Break lines between words", ""),
        "margins": ("Margins", "columns"),
        "spacing": ("Line spacing", "lines"),
        "justify": ("Align both edges", ""),
        "motion": ("Smooth scrolling", ""),
        "hints": ("Hints of keys", ""),
    },
    "Accessibility": {
        "face": ("Full screen or plain text", ""),
        "calm": ("Calm screen", ""),
        "cursor": ("Cursor of the terminal", ""),
        "verbosity": ("How much is said", ""),
        "typing": ("How commands are typed", ""),
    },
    "Keys": {
        "keymap": ("Keymap", ""),
    },
}  # fmt: skip
"""By group, in the order in which they are shown: the settings with their name in words and their unit."""
OTHER = "Screen"
"""The group of a setting that is in none above; keys of commands are in the last one."""
_SHOWN = {name: (group, *words) for group, rows in GROUPS.items() for name, words in rows.items()}
_COMMAND_WORDS: Mapping[str, str] = {command.id: command.words for command in COMMANDS}
_SWITCH = {"true": True, "on": True, "yes": True, "false": False, "off": False, "no": False}


def group_of(setting: Setting) -> str:
    """The group that a setting is shown in."""
    return "Keys" if setting.name.startswith("keys.") else _SHOWN.get(setting.name, (OTHER, "", ""))[0]


def title_of(setting: Setting) -> str:
    """The name of a setting in words: "Pause before another speaker"; of a command's keys, the command's."""
    table, _, key = setting.name.rpartition(".")
    if table == "keys":
        return f"Keys: {_COMMAND_WORDS.get(key, key)}"
    words = setting.name.replace(".", " ").replace("_", " ")
    return _SHOWN[setting.name][1] if setting.name in _SHOWN else words[:1].upper() + words[1:]


def unit_of(setting: Setting) -> str:
    """The unit of a number: "ms", "%"; "" for what has none."""
    return _SHOWN.get(setting.name, ("", "", ""))[2]


def in_groups(table: Iterable[Setting]) -> list[Setting]:
    """The settings in the order in which they are shown, those of a group together."""
    groups, order = list(GROUPS), list(_SHOWN)

    def place(setting: Setting) -> tuple[int, int]:
        at = order.index(setting.name) if setting.name in _SHOWN else len(order)
        return groups.index(group_of(setting)), at

    return sorted(table, key=place)


def value_in_words(setting: Setting, value: Value) -> str:
    """A value as a person says it: "on", "90 %", "72 columns"; "" for an empty text."""
    if isinstance(value, bool):
        return "on" if value else "off"
    unit = unit_of(setting)
    shown = f"{100 * float(value):g}" if unit == "%" else value_shown(value)
    return f"{shown} {unit.removesuffix('s') if shown == '1' and unit != MILLISECONDS else unit}" if unit else shown


def force_in_words(setting: Setting, settings: Settings) -> str:
    """The value in force, in words; of a command's keys the keys, of an empty one what that stands for."""
    if setting.name.startswith("keys."):
        return in_force(setting, settings)
    return value_in_words(setting, value_of(settings, setting.name)) or "the system's default"


def values_in_words(setting: Setting) -> str:
    """The allowed values in words: "on or off", "0 to 100 %", "page, scroll or sentence"."""
    if isinstance(setting.default, bool):
        return "on or off"
    if setting.low is not None and setting.high is not None and not setting.choices:
        low, high = (100 * one if unit_of(setting) == "%" else one for one in (setting.low, setting.high))
        return f"{low:g} to {high:g} {unit_of(setting)}".rstrip()
    return setting.values


def explained(setting: Setting) -> list[str]:
    """What a setting does, and the values it may have with its default: a line each."""
    later = f" {AT_NEXT_START}" if setting.name in LATER else ""
    values = values_in_words(setting)
    default = value_in_words(setting, setting.default)
    return [setting.about + later, f"{values[:1].upper()}{values[1:]}.{f' Default: {default}.' if default else ''}"]


def typed_value(setting: Setting, words: str, choices: Sequence[str] = ()) -> Value:
    """A value as it was typed, with or without its unit. Raises ValueError with what it must be and may mean.

    `choices` in place of those of the table.
    """
    words, unit = words.strip(), unit_of(setting)
    choices = choices or setting.choices
    must = f"must be {', '.join(choices[:-1])} or {choices[-1]}" if choices else f"must be {values_in_words(setting)}"
    if choices:
        near = _meant(words, choices)
        if words in choices or (near and near.casefold() == words.casefold()):
            return setting.check(near or words)
        raise ValueError(f"{must}.{f' Did you mean {near}?' if near else ''}")
    kind = type(setting.default)
    if kind is str:
        return _checked(setting, words)
    try:
        if kind is bool:
            return _SWITCH[words.casefold()]
        number = words.removesuffix(unit).removesuffix(unit.rstrip("s") or unit).strip() if unit else words
        is_percent = unit == "%" and (words.endswith("%") or float(number) > 1)
        return setting.check(float(number) / 100 if is_percent else kind(number))
    except (KeyError, ValueError):
        raise ValueError(f"{must}.") from None


def _checked(setting: Setting, words: str) -> Value:
    try:
        return setting.check(words)
    except ValueError as error:
        raise ValueError(f"{str(error).rstrip('.')}.") from None


def found(table: Sequence[Setting], words: str) -> list[Setting]:
    """The settings that have all of these words in their names, group or sentence; the names come first."""
    wanted = words.casefold().split()

    def has(text: str) -> bool:
        return all(word in text.casefold() for word in wanted)

    named = [one for one in table if has(f"{title_of(one)} {one.name}")]
    further = (one for one in table if has(f"{group_of(one)} {title_of(one)} {one.name} {one.about}"))
    return [*named, *(one for one in further if one not in named)]


def setting_named(table: Sequence[Setting], name: str) -> Setting:
    """The setting of a name as it is typed: "show_notes", "show-notes", "Always show notes".

    Raises LookupError, with the name that is probably meant or "".
    """
    by_name = {one.name.casefold(): one for one in table} | {title_of(one).casefold(): one for one in table}
    typed = " ".join(name.casefold().split())
    for spelt in (typed, typed.replace("-", "_"), typed.replace(" ", "_")):
        if spelt in by_name:
            return by_name[spelt]
    near = get_close_matches(typed.replace("-", "_"), by_name, 1, 0.6)
    if not near:
        near = [one.name.casefold() for one in found(table, typed.replace("_", " "))[:1]]
    raise LookupError(by_name[near[0]].name if near else "")


def _meant(words: str, choices: Sequence[str]) -> str:
    """The choice that was typed, whatever its case, or is probably meant; "" for none."""
    folded = {choice.casefold(): choice for choice in choices}
    typed = words.casefold()
    begun = [choice for one, choice in folded.items() if typed and one.startswith(typed)]
    near = get_close_matches(typed, folded, 1, 0.6)
    return folded.get(typed) or (begun[0] if len(begun) == 1 else folded[near[0]] if near else "")
