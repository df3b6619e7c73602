"""The completions of bash, zsh and fish, from the command line as data.

They are written here and not by a package for it: the first word is a command or a file, which argparse cannot say, and
some options take known values, or a list of them, that the parser does not limit them to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tests.support.manual.command_line import Argument, CommandWords, commands, opening

_NOTE = "Completion of tui-reader for {0}. Written by python -m tests.support.manual; do not edit."


def bash() -> str:
    """The script for bash 4 or newer; needs nothing of bash-completion."""
    names = " ".join(command.name for command in commands())
    cases = "\n".join(_bash_case(command) for command in (*commands(), opening()))
    return f"""\
# {_NOTE.format("bash")}

_tui_reader_words() {{
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}}

_tui_reader_list() {{
    # Values with commas between them: what stands before the last comma stays.
    local before=""
    [[ $2 == *,* ]] && before="${{2%,*}},"
    mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${{2##*,}}")
    compopt -o nospace
}}

_tui_reader_files() {{
    compopt -o default
}}

_tui_reader() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" command=""
    local names="{names}"
    COMPREPLY=()
    # bash makes three words of --option=value.
    if [[ $current == "=" ]]; then
        current=""
    elif [[ $before == "=" && $COMP_CWORD -gt 2 ]]; then
        before="${{COMP_WORDS[COMP_CWORD-2]}}"
    fi
    if [[ $COMP_CWORD -eq 1 && $current != -* ]]; then
        _tui_reader_words "$names" "$current"
        local -a files
        mapfile -t files < <(compgen -f -- "$current")
        compopt -o filenames
        COMPREPLY+=("${{files[@]}}")
        return
    fi
    [[ " $names " == *" ${{COMP_WORDS[1]}} "* ]] && command="${{COMP_WORDS[1]}}"
    case "$command" in
{cases}
    esac
}}

complete -F _tui_reader tui-reader
"""


def _bash_case(command: CommandWords) -> str:
    lines = [f"        {command.name or '*'})"]
    by_value: dict[str, list[str]] = {}
    for argument in command.options:
        if argument.metavar and not argument.optional_value:
            by_value.setdefault(_bash_value(argument), []).extend(argument.options)
    if by_value:
        cases = (f"                {' | '.join(options)}) {value}; return ;;" for value, options in by_value.items())
        lines += ['            case "$before" in', *cases, "            esac"]
    options = " ".join(option for argument in command.options for option in argument.options)
    lines.append(f'            if [[ $current == -* ]]; then _tui_reader_words "{options}" "$current"; return; fi')
    lines += [f"            {_bash_value(word)}" for word in command.words[-1:]]
    return "\n".join([*lines, "            ;;"])


def _bash_value(argument: Argument) -> str:
    if argument.values:
        return f'_tui_reader_{"list" if argument.is_list else "words"} "{" ".join(argument.values)}" "$current"'
    return "_tui_reader_files" if argument.is_file else "COMPREPLY=()"


def zsh() -> str:
    """The script for zsh: a function for its folder of functions, that can be evaluated too."""
    names = "\n".join(f"        {_quoted(f'{command.name}:{command.about}')}" for command in commands())
    cases = "\n".join(_zsh_case(command) for command in (*commands(), opening()))
    return f"""\
#compdef tui-reader
# {_NOTE.format("zsh")}

_tui-reader() {{
    local state line
    local -a names
    local -i found=1
    names=(
{names}
    )
    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
        _describe -t commands command names && found=0
        _files && found=0
        return found
    fi
    local name=$words[2]
    case $name in
        {"|".join(command.name for command in commands())})
            shift words
            (( CURRENT-- ))
            ;;
    esac
    case $name in
{cases}
    esac
}}

if [[ $funcstack[1] == _tui-reader ]]; then
    _tui-reader "$@"
else
    compdef _tui-reader tui-reader
fi
"""


def _zsh_case(command: CommandWords) -> str:
    specs = [spec for argument in command.options for spec in _zsh_option(argument)]
    specs += [_zsh_word(argument) for argument in command.words]
    lines = " \\\n".join(f"                {_quoted(spec)}" for spec in specs)
    return f"        {command.name or '*'})\n            _arguments -S \\\n{lines}\n            ;;"


def _zsh_option(argument: Argument) -> Iterator[str]:
    """Each spelling of an option, which excludes the others, in the language of _arguments."""
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


def fish() -> str:
    """The script for fish 3.1 or newer."""
    names = [command.name for command in commands()]
    lines = [
        f"# {_NOTE.format('fish')}",
        "",
        "function __tui_reader_command",
        "    set -l typed (commandline -opc)[2..-1]",
        f"    if set -q typed[1]; and contains -- $typed[1] {' '.join(names)}",
        "        echo $typed[1]",
        "    else",
        "        echo open",
        "    end",
        "end",
        "",
        "function __tui_reader_first",
        "    test (count (commandline -opc)) -eq 1",
        "end",
        "",
        "complete -c tui-reader -f",
        "complete -c tui-reader -n __tui_reader_first -F",
    ]
    for command in commands():
        lines.append(
            f"complete -c tui-reader -n __tui_reader_first -a {_fish_quoted(command.name)} "
            f"-d {_fish_quoted(command.about)}"
        )
    for command in (opening(), *commands()):
        lines.append("")
        lines += _fish_arguments(command)
    return "\n".join(lines) + "\n"


def _fish_arguments(command: CommandWords) -> Iterator[str]:
    head = f"complete -c tui-reader -n 'test (__tui_reader_command) = {command.name or 'open'}'"
    for word in command.words[-1:]:
        yield f"{head} {_fish_value(word)}"
    for argument in command.options:
        spelled = " ".join(f"-l {one[2:]}" if one.startswith("--") else f"-s {one[1:]}" for one in argument.options)
        value = f" -r {_fish_value(argument)}" if argument.metavar and not argument.optional_value else ""
        yield f"{head} {spelled}{value} -d {_fish_quoted(argument.about)}"


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


SCRIPTS: Mapping[str, Callable[[], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
"""What writes each, by the name of the shell."""
