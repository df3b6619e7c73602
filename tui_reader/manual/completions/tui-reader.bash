# Completion of tui-reader for bash. Written by python -m tests.support.manual; do not edit.

_tui_reader_words() {
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

_tui_reader_list() {
    # Values with commas between them: what stands before the last comma stays.
    local before=""
    [[ $2 == *,* ]] && before="${2%,*},"
    mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${2##*,}")
    compopt -o nospace
}

_tui_reader_files() {
    compopt -o default
}

_tui_reader() {
    local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command=""
    local names="play export verify inspect people lexicon bookmarks library voices serve help accessibility doctor completions"
    COMPREPLY=()
    # bash makes three words of --option=value.
    if [[ $current == "=" ]]; then
        current=""
    elif [[ $before == "=" && $COMP_CWORD -gt 2 ]]; then
        before="${COMP_WORDS[COMP_CWORD-2]}"
    fi
    if [[ $COMP_CWORD -eq 1 && $current != -* ]]; then
        _tui_reader_words "$names" "$current"
        local -a files
        mapfile -t files < <(compgen -f -- "$current")
        compopt -o filenames
        COMPREPLY+=("${files[@]}")
        return
    fi
    [[ " $names " == *" ${COMP_WORDS[1]} "* ]] && command="${COMP_WORDS[1]}"
    case "$command" in
        play)
            case "$before" in
                --from | --only | --device | --speed | --rate | --encoding | --width) COMPREPLY=(); return ;;
                --notes) _tui_reader_words "silent sound mark turn end" "$current"; return ;;
                --engine) _tui_reader_words "auto espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
                --library) _tui_reader_files; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --captions --from --only --notes --no-sound --device --engine --speed --rate --encoding --width --library --no-library" "$current"; return; fi
            _tui_reader_files
            ;;
        export)
            case "$before" in
                -o | --output | --library) _tui_reader_files; return ;;
                --format) _tui_reader_list "wav flac opus mp3 m4b vtt srt ass json chapters epub html md txt tei" "$current"; return ;;
                --from | --until | --loudness | --jobs | --scheduler | --licence | --only | --speed | --rate | --encoding | --width) COMPREPLY=(); return ;;
                --notes) _tui_reader_words "silent sound mark turn end" "$current"; return ;;
                --engine) _tui_reader_words "auto espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help -o --output --format --from --until --loudness --ledger --jobs --scheduler --stems --text-only --licence --only --notes --engine --speed --rate --encoding --width --library --no-library" "$current"; return; fi
            _tui_reader_files
            ;;
        verify)
            case "$before" in
                --engine) _tui_reader_words "auto espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
                --speed | --rate | --encoding | --width) COMPREPLY=(); return ;;
                --library) _tui_reader_files; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --engine --speed --rate --encoding --width --library --no-library" "$current"; return; fi
            _tui_reader_files
            ;;
        inspect)
            case "$before" in
                --engine) _tui_reader_words "auto espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
                --speed | --rate | --encoding | --width) COMPREPLY=(); return ;;
                --library) _tui_reader_files; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --json --ledger --engine --speed --rate --encoding --width --library --no-library" "$current"; return; fi
            _tui_reader_files
            ;;
        people)
            case "$before" in
                --unmark | --split | --merge | --name | --role | --speed | --rate | --encoding | --width) COMPREPLY=(); return ;;
                --engine) _tui_reader_words "auto espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
                --library) _tui_reader_files; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --unmark --split --merge --name --role --forget --share --engine --speed --rate --encoding --width --library --no-library" "$current"; return; fi
            _tui_reader_files
            ;;
        lexicon)
            case "$before" in
                --add | --ipa | --phonemes | --skip | --remove) COMPREPLY=(); return ;;
                --import | --library) _tui_reader_files; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --add --ipa --phonemes --skip --remove --any-case --import --library --no-library" "$current"; return; fi
            _tui_reader_files
            ;;
        bookmarks)
            case "$before" in
                --export | --library) _tui_reader_files; return ;;
                --remove | --speed | --rate | --encoding | --width) COMPREPLY=(); return ;;
                --engine) _tui_reader_words "auto espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --export --remove --engine --speed --rate --encoding --width --library --no-library" "$current"; return; fi
            _tui_reader_files
            ;;
        library)
            case "$before" in
                --add | --remove | --library) _tui_reader_files; return ;;
                --search) COMPREPLY=(); return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --add --remove --search --all --library --no-library" "$current"; return; fi
            ;;
        voices)
            case "$before" in
                --forget | --device | --speed | --rate) COMPREPLY=(); return ;;
                --engine) _tui_reader_words "auto espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
                --library) _tui_reader_files; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --say --measure --people --forget --no-sound --device --engine --speed --rate --library --no-library" "$current"; return; fi
            _tui_reader_words "aes alice amos arthur clara denis dora edith eugene fergus frank grace gwb harriet henry ian isaac jack leo moira narrator nell ruth samuel stella walter" "$current"
            ;;
        serve)
            case "$before" in
                --host | --port | --from | --speed | --rate | --encoding | --width) COMPREPLY=(); return ;;
                --engine) _tui_reader_words "auto espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
                --library) _tui_reader_files; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --host --port --from --engine --speed --rate --encoding --width --library --no-library" "$current"; return; fi
            _tui_reader_files
            ;;
        help)
            if [[ $current == -* ]]; then _tui_reader_words "-h --help" "$current"; return; fi
            _tui_reader_words "start keys full-screen screen-readers formats people voices pronunciation library export settings commands limits" "$current"
            ;;
        accessibility)
            if [[ $current == -* ]]; then _tui_reader_words "-h --help" "$current"; return; fi
            ;;
        doctor)
            case "$before" in
                --engine) _tui_reader_words "auto espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
                --speed | --rate) COMPREPLY=(); return ;;
                --library) _tui_reader_files; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --engine --speed --rate --library --no-library" "$current"; return; fi
            ;;
        completions)
            if [[ $current == -* ]]; then _tui_reader_words "-h --help" "$current"; return; fi
            _tui_reader_words "bash zsh fish" "$current"
            ;;
        *)
            case "$before" in
                --cursor) _tui_reader_words "hide show start" "$current"; return ;;
                --keys) _tui_reader_words "key line" "$current"; return ;;
                --from | --device | --speed | --rate | --encoding | --width) COMPREPLY=(); return ;;
                --engine) _tui_reader_words "auto espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
                --library) _tui_reader_files; return ;;
            esac
            if [[ $current == -* ]]; then _tui_reader_words "-h --help --full --plain --print --ascii --cursor --keys --speak --from --no-sound --device --engine --speed --rate --encoding --width --library --no-library --version" "$current"; return; fi
            _tui_reader_files
            ;;
    esac
}

complete -F _tui_reader tui-reader
