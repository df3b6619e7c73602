"""The sections of the completion scripts of bash, zsh and fish that name commands, options and values.

They are written here and not by a package for it: the first word is a command or a file, which argparse cannot say, and
some options take known values, or a list of them, that the parser does not limit them to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from tests.support.manual.command_line import Argument, commands, opening

OPEN = "open"
"""What the scripts call the command line without a command."""


def users() -> dict[Argument, list[str]]:
    """Each argument with the names of the commands that have it, so that one of several is written once."""
    found: dict[Argument, list[str]] = {}
    for command in (opening(), *commands()):
        for argument in command.arguments:
            found.setdefault(argument, []).append(command.name or OPEN)
    return found


def _bash_names() -> Iterator[str]:
    yield f'    names="{" ".join(command.name for command in commands())}"'


def _bash_values() -> Iterator[str]:
    """What completes the value of each option that must have one."""
    by_option: dict[str, dict[str, str]] = {}
    for argument, names in users().items():
        if argument.metavar and not argument.optional_value:
            for option in argument.options:
                by_option.setdefault(option, {}).update(dict.fromkeys(names, _bash_value(argument)))
    patterns: dict[str, list[str]] = {}
    for option, values in by_option.items():
        if len({*values.values()}) == 1:  # the same with every command
            patterns.setdefault(next(iter(values.values())), []).append(f'*" {option}"')
        else:
            for name, value in values.items():
                patterns.setdefault(value, []).append(f'"{name} {option}"')
    for value, typed in patterns.items():
        yield f"        {' | '.join(typed)})"
        yield f"            {value}; return ;;"


def _bash_options() -> Iterator[str]:
    for command in (opening(), *commands()):
        options = " ".join(option for argument in command.options for option in argument.options)
        yield f'            {command.name or OPEN}) options="{options}" ;;'


def _bash_arguments() -> Iterator[str]:
    """What completes the words by themselves: of several, the last."""
    for command in (opening(), *commands()):
        for word in command.words[-1:]:
            yield f"        {command.name or OPEN}) {_bash_value(word)} ;;"


def _bash_value(argument: Argument) -> str:
    if argument.values:
        return f'_tui_reader_{"list" if argument.is_list else "words"} "{" ".join(argument.values)}" "$current"'
    return "_tui_reader_files" if argument.is_file else "COMPREPLY=()"


def _zsh_names() -> Iterator[str]:
    for command in commands():
        yield f"        {_quoted(f'{command.name}:{command.about}')}"


def _zsh_arguments() -> Iterator[str]:
    """A line for each argument, in the language of _arguments, with the commands that have it."""
    for argument, names in users().items():
        specs = _zsh_option(argument) if argument.options else [_zsh_word(argument)]
        yield f"    [[ $name == ({'|'.join(names)}) ]] && specs+=({' '.join(map(_quoted, specs))})"


def _zsh_option(argument: Argument) -> Iterator[str]:
    """Each spelling of an option; it excludes the others."""
    others = "*" if argument.repeated else f"({' '.join(argument.options)})"
    for option in argument.options:
        sign = "" if not argument.metavar or argument.optional_value else "=" if option.startswith("--") else "+"
        value = f"{':' * (1 + argument.optional_value)}{_zsh_value(argument)}" if argument.metavar else ""
        yield f"{others}{option}{sign}[{_zsh_text(argument.about)}]{value}"


def _zsh_word(argument: Argument) -> str:
    return f"{':' * (1 + argument.optional_value)}{_zsh_value(argument)}"


def _zsh_value(argument: Argument) -> str:
    name = _zsh_text(argument.metavar)
    if argument.is_list:
        return f"{name}:_values -s , {name} {' '.join(argument.values)}"
    if argument.values:
        return f"{name}:({' '.join(argument.values)})"
    return f"{name}:_files" if argument.is_file else f"{name}: "


def _zsh_text(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "[]:\\" else sign for sign in text)


def _fish_names() -> Iterator[str]:
    yield f"    set names {' '.join(command.name for command in commands())}"


def _fish_commands() -> Iterator[str]:
    for command in commands():
        about = _fish_quoted(command.about)
        yield f"complete -c tui-reader -n __tui_reader_first -a {command.name} -d {about}"


def _fish_arguments() -> Iterator[str]:
    """A line for each argument, with the commands that have it."""
    for argument, names in users().items():
        head = f"complete -c tui-reader -n '__tui_reader_at {' '.join(names)}'"
        spelled = "".join(f" -l {one[2:]}" if one.startswith("--") else f" -s {one[1:]}" for one in argument.options)
        if not argument.options:
            yield f"{head} {_fish_value(argument)}"
        elif argument.metavar and not argument.optional_value:
            yield f"{head}{spelled} -r {_fish_value(argument)} -d {_fish_quoted(argument.about)}"
        else:
            yield f"{head}{spelled} -d {_fish_quoted(argument.about)}"


def _fish_value(argument: Argument) -> str:
    if argument.is_list:
        return f"-f -a '(__fish_complete_list , \"printf %s\\\\n {' '.join(argument.values)}\")'"
    if argument.values:
        return f"-f -a {_fish_quoted(' '.join(argument.values))}"
    return "-F" if argument.is_file else "-f"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


SECTIONS: Mapping[str, Mapping[str, Callable[[], Iterator[str]]]] = {
    "bash": {"names": _bash_names, "values": _bash_values, "options": _bash_options, "arguments": _bash_arguments},
    "zsh": {"names": _zsh_names, "arguments": _zsh_arguments},
    "fish": {"names": _fish_names, "commands": _fish_commands, "arguments": _fish_arguments},
}
"""What writes the lines of each section of a shell's script."""
_SECTION = re.compile(r"(^ *# made: (\w+)\n).*?(^ *# end$)", re.DOTALL | re.MULTILINE)


def filled_script(shell: str, script: str) -> str:
    """The script with each section between its marks as the command line is now."""
    return _SECTION.sub(lambda found: f"{found[1]}{_lines(SECTIONS[shell][found[2]]())}{found[3]}", script)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
