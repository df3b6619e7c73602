# Completion of tui-reader for bash. What stands between "made" and "end" is written by python -m tests.support.manual.

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
    local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command=open options=""
    local names=""
    # made: names
    names="play export verify inspect stats people lexicon bookmarks library voices set serve help accessibility doctor completions"
    # end
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
    case "$command $before" in
        # made: values
        *" --cursor")
            _tui_reader_words "hide show start" "$current"; return ;;
        *" --keys")
            _tui_reader_words "key line" "$current"; return ;;
        *" --from" | *" --audio" | *" --chair" | *" --device" | *" --speed" | *" --rate" | *" --encoding" | *" --as" | *" --columns" | *" --language" | *" --width" | *" --to" | *" --only" | *" --until" | *" --loudness" | *" --jobs" | *" --scheduler" | *" --licence" | *" --why" | *" --split-turn" | *" --join-turn" | *" --turn" | *" --keep" | *" --unmark" | *" --split" | *" --merge" | *" --name" | *" --role" | *" --kind" | *" --voice" | *" --same" | "lexicon --add" | *" --ipa" | *" --phonemes" | *" --skip" | "lexicon --remove" | "bookmarks --remove" | *" --search" | *" --list" | *" --in" | *" --forget" | *" --host" | *" --port" | *" --windows")
            COMPREPLY=(); return ;;
        *" --engine")
            _tui_reader_words "auto natural espeak pyttsx3 speech-dispatcher piper screenreader tone quiet" "$current"; return ;;
        *" --library" | *" -o" | *" --output" | *" --svg" | *" --take" | "library --add" | "library --remove" | *" --import" | *" --export" | *" --backup" | *" --restore")
            _tui_reader_files; return ;;
        "play --format")
            _tui_reader_words "wav opus" "$current"; return ;;
        "export --format")
            _tui_reader_list "wav flac opus mp3 m4b vtt srt ass json chapters epub html md txt tei" "$current"; return ;;
        *" --notes")
            _tui_reader_words "silent sound mark turn end" "$current"; return ;;
        *" --times")
            _tui_reader_words "original new" "$current"; return ;;
        *" --cite")
            _tui_reader_words "plain chicago bibtex csl-json" "$current"; return ;;
        *" --sort")
            _tui_reader_words "read number date" "$current"; return ;;
        # end
    esac
    if [[ $current == -* ]]; then
        case "$command" in
            # made: options
            open) options="-h --help --full --plain --print --ascii --cursor --keys --speak --from --audio --no-audio --chair --no-sound --device --engine --speed --rate --encoding --as --columns --language --width --library --no-library --version" ;;
            play) options="-h --help --captions --to --format --from --only --notes --audio --no-audio --chair --no-sound --device --engine --speed --rate --encoding --as --columns --language --width --library --no-library" ;;
            export) options="-h --help -o --output --format --from --until --loudness --times --word-times --ledger --jobs --scheduler --stems --text-only --licence --cite --only --notes --audio --no-audio --engine --speed --rate --encoding --as --columns --language --width --library --no-library" ;;
            verify) options="-h --help --audio --engine --speed --rate --encoding --as --columns --language --width --library --no-library" ;;
            inspect) options="-h --help --json --ledger --why --engine --speed --rate --encoding --as --columns --language --width --library --no-library" ;;
            stats) options="-h --help --json --svg --engine --speed --rate --encoding --as --columns --language --width --library --no-library" ;;
            people) options="-h --help --split-turn --join-turn --turn --keep --unmark --split --merge --name --role --kind --voice --undo --forget --share --everywhere --all --json --said -o --output --same --take --engine --speed --rate --encoding --as --columns --language --width --library --no-library" ;;
            lexicon) options="-h --help --add --ipa --phonemes --skip --remove --any-case --import --library --no-library" ;;
            bookmarks) options="-h --help --all --export --json --remove --cite --engine --speed --rate --encoding --as --columns --language --width --library --no-library" ;;
            library) options="-h --help --add --jobs --scheduler --remove --search --list --in --sort --all --repair --backup --restore --library --no-library" ;;
            voices) options="-h --help --say --measure --people --natural --forget --no-sound --device --engine --speed --rate --library --no-library" ;;
            set) options="-h --help --reset --json" ;;
            serve) options="-h --help --host --port --windows --from --only --notes --audio --no-audio --engine --speed --rate --encoding --as --columns --language --width --library --no-library" ;;
            help) options="-h --help" ;;
            accessibility) options="-h --help" ;;
            doctor) options="-h --help --engine --speed --rate --library --no-library" ;;
            completions) options="-h --help" ;;
            # end
        esac
        _tui_reader_words "$options" "$current"
        return
    fi
    case "$command" in
        # made: arguments
        open) _tui_reader_files ;;
        play) _tui_reader_files ;;
        export) _tui_reader_files ;;
        verify) _tui_reader_files ;;
        inspect) _tui_reader_files ;;
        stats) _tui_reader_files ;;
        people) _tui_reader_files ;;
        lexicon) _tui_reader_files ;;
        bookmarks) _tui_reader_files ;;
        voices) _tui_reader_words "aes alice amos arthur august chorus clara denis dora edith eugene fergus frank grace gwb harriet henry ian isaac jack leo moira narrator nell poppy robin ruth samuel stella walter" "$current" ;;
        set) COMPREPLY=() ;;
        serve) _tui_reader_files ;;
        help) _tui_reader_words "start keys full-screen browser screen-readers formats people voices recordings rehearsing pronunciation library export settings commands limits security" "$current" ;;
        completions) _tui_reader_words "bash zsh fish" "$current" ;;
        # end
    esac
}

complete -F _tui_reader tui-reader
