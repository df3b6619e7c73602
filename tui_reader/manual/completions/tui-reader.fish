# Completion of tui-reader for fish. What stands between "made" and "end" is written by python -m tests.support.manual.

function __tui_reader_at
    # Whether one of these commands was typed; open: none.
    set -l typed (commandline -opc)[2..-1]
    set -l name open
    set -l names
    # made: names
    set names play export verify inspect stats people lexicon bookmarks library voices set serve help accessibility doctor completions
    # end
    if set -q typed[1]; and contains -- $typed[1] $names
        set name $typed[1]
    end
    contains -- $name $argv
end

function __tui_reader_first
    test (count (commandline -opc)) -eq 1
end

complete -c tui-reader -f
complete -c tui-reader -n __tui_reader_first -F
# made: commands
complete -c tui-reader -n __tui_reader_first -a play -d 'Read aloud without a screen.'
complete -c tui-reader -n __tui_reader_first -a export -d 'Write a document as sound, captions, book, web page or text.'
complete -c tui-reader -n __tui_reader_first -a verify -d 'Check a file that was exported with --ledger.'
complete -c tui-reader -n __tui_reader_first -a inspect -d 'Show how a file was understood: speakers, turns, notes, parts.'
complete -c tui-reader -n __tui_reader_first -a stats -d 'Show who spoke how much: turns, words, minutes, interruptions.'
complete -c tui-reader -n __tui_reader_first -a people -d 'List who speaks; correct labels and turns.'
complete -c tui-reader -n __tui_reader_first -a lexicon -d 'Set pronunciations, for one document or for all.'
complete -c tui-reader -n __tui_reader_first -a bookmarks -d 'List the bookmarks of one document or all; export them.'
complete -c tui-reader -n __tui_reader_first -a library -d 'List what you have read; add folders; search all documents.'
complete -c tui-reader -n __tui_reader_first -a voices -d 'List the voices, or hear one.'
complete -c tui-reader -n __tui_reader_first -a set -d 'List the settings, or change one.'
complete -c tui-reader -n __tui_reader_first -a serve -d 'Read in a web browser, aloud or on the full screen.'
complete -c tui-reader -n __tui_reader_first -a help -d 'Read the manual: a page, or the list of its pages.'
complete -c tui-reader -n __tui_reader_first -a accessibility -d 'Help for screen readers, braille and low vision.'
complete -c tui-reader -n __tui_reader_first -a doctor -d 'Check this computer: voices, sound, screen reader.'
complete -c tui-reader -n __tui_reader_first -a completions -d 'Print tab completion for bash, zsh or fish.'
# end
# made: arguments
complete -c tui-reader -n '__tui_reader_at open play export verify inspect stats people lexicon bookmarks library voices set serve help accessibility doctor completions' -s h -l help -d 'Show help.'
complete -c tui-reader -n '__tui_reader_at open' -F
complete -c tui-reader -n '__tui_reader_at open' -l full -d 'Start in the full screen.'
complete -c tui-reader -n '__tui_reader_at open' -l plain -d 'Start in plain text mode: plain lines and single keys, for screen readers and braille.'
complete -c tui-reader -n '__tui_reader_at open' -l print -d 'Print the whole document and exit.'
complete -c tui-reader -n '__tui_reader_at open' -l ascii -d 'Print ASCII only: dashes, quotes and accents become the nearest ASCII.'
complete -c tui-reader -n '__tui_reader_at open' -l cursor -r -f -a 'hide show start' -d 'The terminal\'s cursor, which braille displays follow; start is at the first cell of each message.'
complete -c tui-reader -n '__tui_reader_at open' -l keys -r -f -a 'key line' -d 'With --plain: how commands are typed: key is single keys, line is lines ended with Enter.'
complete -c tui-reader -n '__tui_reader_at open' -l speak -d 'With --plain: start with the program\'s voices on.'
complete -c tui-reader -n '__tui_reader_at open play serve' -l from -r -f -d 'Start at a turn (9), a percentage (50%) or a part ("part 2").'
complete -c tui-reader -n '__tui_reader_at open play export serve' -l audio -r -f -d 'The recording of the document, to be heard in step with its words; without it, the one that was named before, or one found beside FILE. --audio beside takes the latter again.'
complete -c tui-reader -n '__tui_reader_at open play export serve' -l no-audio -d 'Use voices, even where a recording is found beside FILE.'
complete -c tui-reader -n '__tui_reader_at open play' -l chair -r -f -d 'Rehearse this speaker\'s part: silence at each of their turns, the words hidden. It is kept for the document; repeat it for more speakers, nobody leaves it.'
complete -c tui-reader -n '__tui_reader_at open play voices' -l no-sound -d 'Play no sound, but move on at the pace of speech.'
complete -c tui-reader -n '__tui_reader_at open play voices' -l device -r -f -d 'Sound device, by a part of its name; doctor lists the devices.'
complete -c tui-reader -n '__tui_reader_at open play export verify inspect stats people bookmarks voices serve doctor' -l engine -r -f -a 'auto natural espeak pyttsx3 speech-dispatcher piper screenreader tone quiet' -d 'Speech engine, such as natural, espeak or pyttsx3.'
complete -c tui-reader -n '__tui_reader_at open play export verify inspect stats people bookmarks voices serve doctor' -l speed -l rate -r -f -d 'Speed, from 0.5 to 4; 1 is the voices\' own.'
complete -c tui-reader -n '__tui_reader_at open play export verify inspect stats people bookmarks serve' -l encoding -r -f -d 'Text encoding, if detection is wrong.'
complete -c tui-reader -n '__tui_reader_at open play export verify inspect stats people bookmarks serve' -l as -r -f -d 'Format, if detection is wrong, such as srt; list prints the names.'
complete -c tui-reader -n '__tui_reader_at open play export verify inspect stats people bookmarks serve' -l columns -r -f -d 'Columns of a table, by number or head, if detection is wrong: speaker=2,text=3 (also start, end).'
complete -c tui-reader -n '__tui_reader_at open play export verify inspect stats people bookmarks serve' -l language -r -f -d 'Language of the document, such as fr, if detection is wrong.'
complete -c tui-reader -n '__tui_reader_at open play export verify inspect stats people bookmarks serve' -l width -r -f -d 'Longest line of text in columns, from 20 to 200.'
complete -c tui-reader -n '__tui_reader_at open play export verify inspect stats people lexicon bookmarks library voices serve doctor' -l library -r -F -d 'File where reading positions and voices are stored.'
complete -c tui-reader -n '__tui_reader_at open play export verify inspect stats people lexicon bookmarks library voices serve doctor' -l no-library -d 'Read and save no reading positions, bookmarks or voices.'
complete -c tui-reader -n '__tui_reader_at open' -l version -d 'Show the version.'
complete -c tui-reader -n '__tui_reader_at play export inspect stats people bookmarks serve' -F
complete -c tui-reader -n '__tui_reader_at play' -l captions -d 'Print the words as they are spoken.'
complete -c tui-reader -n '__tui_reader_at play' -l to -r -f -d 'Write the sound to standard output, for a player on this or another computer (ssh); lines on standard input are commands meanwhile.'
complete -c tui-reader -n '__tui_reader_at play' -l format -r -f -a 'wav opus' -d 'Format for --to: wav (the default), or opus for slow networks.'
complete -c tui-reader -n '__tui_reader_at play export serve' -l only -r -f -d 'Read only this speaker\'s turns; repeat it for more speakers.'
complete -c tui-reader -n '__tui_reader_at play export serve' -l notes -r -f -a 'silent sound mark turn end' -d 'When notes are read aloud: silent (never), sound (a short sound where a note is), mark (after its sentence), turn (after the turn) or end (after everything).'
complete -c tui-reader -n '__tui_reader_at export' -s o -l output -r -F -d 'File to write, or a folder if FILE is a folder or holds many documents; - is standard output. The ending chooses the format: .wav .flac .opus .mp3 .m4b, .vtt .srt .ass .json .chapters.json, .epub .html, .md .txt .xml (TEI).'
complete -c tui-reader -n '__tui_reader_at export' -l format -r -f -a '(__fish_complete_list , "printf %s\\n wav flac opus mp3 m4b vtt srt ass json chapters epub html md txt tei")' -d 'Formats to write, whatever the ending of OUT, such as m4b; several, such as m4b,flac, each get their own ending.'
complete -c tui-reader -n '__tui_reader_at export' -l from -r -f -d 'First turn to export.'
complete -c tui-reader -n '__tui_reader_at export' -l until -r -f -d 'Last turn to export.'
complete -c tui-reader -n '__tui_reader_at export' -l loudness -r -f -d 'Target loudness in LUFS, from -40 to -5 (default -16; WAV unchanged).'
complete -c tui-reader -n '__tui_reader_at export' -l times -r -f -a 'original new' -d 'Times of captions: original (those of FILE) or new (those of the voices). Default: original if FILE has times and no sound is written.'
complete -c tui-reader -n '__tui_reader_at export' -l word-times -d 'Write the time of each word into WebVTT captions, for players that mark the words.'
complete -c tui-reader -n '__tui_reader_at export' -l ledger -d 'Also write a ledger of what was spoken, what was not and why; verify needs it.'
complete -c tui-reader -n '__tui_reader_at export' -l jobs -r -f -d 'Documents exported at once (default: one per core).'
complete -c tui-reader -n '__tui_reader_at export' -l scheduler -r -f -d 'Export many documents on a Dask cluster.'
complete -c tui-reader -n '__tui_reader_at export' -l stems -d 'Also write a sound file per speaker, and labels for Audacity.'
complete -c tui-reader -n '__tui_reader_at export' -l text-only -d 'Write .epub and .html without sound.'
complete -c tui-reader -n '__tui_reader_at export' -l licence -r -f -d 'Terms of use of the text, stored in the tags of the files.'
complete -c tui-reader -n '__tui_reader_at export' -l cite -d 'Cite the document where its source is named: plain, chicago, bibtex or csl-json; without STYLE as in the setting citation.'
complete -c tui-reader -n '__tui_reader_at verify' -F
complete -c tui-reader -n '__tui_reader_at verify' -F
complete -c tui-reader -n '__tui_reader_at verify' -l audio -r -f -d 'The recording it was made from, if it is not beside it or FILE.'
complete -c tui-reader -n '__tui_reader_at inspect stats' -l json -d 'As JSON, for programs.'
complete -c tui-reader -n '__tui_reader_at inspect' -l ledger -d 'List every character as spoken, skipped (and why) or structure.'
complete -c tui-reader -n '__tui_reader_at inspect' -l why -r -f -d 'Tell only why line number LINE of the file does or does not hold a speaker\'s label.'
complete -c tui-reader -n '__tui_reader_at stats' -l svg -r -F -d 'Draw it into the file OUT as an SVG picture; - is standard output.'
complete -c tui-reader -n '__tui_reader_at people' -l split-turn -r -f -d 'Begin a new turn at this character of a turn; 12@140=GWB also says whose it is. Turns have the numbers that the reader shows, also where several are changed.'
complete -c tui-reader -n '__tui_reader_at people' -l join-turn -r -f -d 'The turn goes on with the one before it.'
complete -c tui-reader -n '__tui_reader_at people' -l turn -r -f -d 'The turn is that of another person, or of somebody new: 12=GWB.'
complete -c tui-reader -n '__tui_reader_at people' -l keep -r -f -d 'What is doubted of LABEL is right as it is.'
complete -c tui-reader -n '__tui_reader_at people' -l unmark -r -f -d 'LABEL is not a speaker: its words belong to the turn before.'
complete -c tui-reader -n '__tui_reader_at people' -l split -r -f -d 'LABEL is a different person.'
complete -c tui-reader -n '__tui_reader_at people' -l merge -r -f -d 'LABEL, or another person, is the same as PERSON: GB=GWB.'
complete -c tui-reader -n '__tui_reader_at people' -l name -r -f -d 'Name a person: GWB="George W. Ball".'
complete -c tui-reader -n '__tui_reader_at people' -l role -r -f -d 'Give a person a role: GWB="Under Secretary of State".'
complete -c tui-reader -n '__tui_reader_at people' -l kind -r -f -d 'Say what voice a person needs: man, woman, boy, girl, child, "old man", "old woman" or crowd: PAT=woman.'
complete -c tui-reader -n '__tui_reader_at people' -l voice -r -f -d 'Give a person, or narrator, a voice: GWB=henry. GWB=auto takes it back. tui-reader voices lists them.'
complete -c tui-reader -n '__tui_reader_at people' -l undo -d 'Take back decision N of those that are listed, or the last one; with --everywhere, of those about all documents.'
complete -c tui-reader -n '__tui_reader_at people' -l forget -d 'Undo everything decided before.'
complete -c tui-reader -n '__tui_reader_at people' -l share -d 'Write the people into a file to share; without OUT, NAME.people.toml beside the document; - is standard output.'
complete -c tui-reader -n '__tui_reader_at people' -l everywhere -d 'Where a person speaks or is spoken of, when, and with whom they talk; without NAME, what was decided.'
complete -c tui-reader -n '__tui_reader_at people library' -l all -d 'List all documents, not only the first twenty.'
complete -c tui-reader -n '__tui_reader_at people' -l json -d 'Print it as JSON.'
complete -c tui-reader -n '__tui_reader_at people' -l said -d 'Open all that the person said, to read and hear it.'
complete -c tui-reader -n '__tui_reader_at people' -s o -l output -r -F -d 'Write all that the person said as one document; the ending chooses the format, as for export.'
complete -c tui-reader -n '__tui_reader_at people' -l same -r -f -d 'Decide that NAME and OTHER are one person in all documents.'
complete -c tui-reader -n '__tui_reader_at people' -l take -r -F -d 'Take over decisions that somebody shared.'
complete -c tui-reader -n '__tui_reader_at lexicon' -F
complete -c tui-reader -n '__tui_reader_at lexicon' -l add -r -f -d 'Say WORD as if it were spelled SAID: Adlai=Addlay.'
complete -c tui-reader -n '__tui_reader_at lexicon' -l ipa -r -f -d 'Say WORD by its sounds in IPA (espeak only).'
complete -c tui-reader -n '__tui_reader_at lexicon' -l phonemes -r -f -d 'The same in espeak-ng\'s own letters: Adlai=\'adleI.'
complete -c tui-reader -n '__tui_reader_at lexicon' -l skip -r -f -d 'Never say WORD.'
complete -c tui-reader -n '__tui_reader_at lexicon' -l remove -r -f -d 'Remove what was set for WORD.'
complete -c tui-reader -n '__tui_reader_at lexicon' -l any-case -d 'Ignore upper and lower case in the words added.'
complete -c tui-reader -n '__tui_reader_at lexicon' -l import -r -F -d 'Add the words of a PLS or TOML lexicon.'
complete -c tui-reader -n '__tui_reader_at bookmarks' -l all -d 'Those of all documents, not of FILE.'
complete -c tui-reader -n '__tui_reader_at bookmarks' -l export -r -F -d 'Write them into the file OUT as Markdown, or as JSON where its name ends so; - is standard output.'
complete -c tui-reader -n '__tui_reader_at bookmarks' -l json -d 'Print them as JSON.'
complete -c tui-reader -n '__tui_reader_at bookmarks' -l remove -r -f -d 'Remove bookmark N; may be repeated.'
complete -c tui-reader -n '__tui_reader_at bookmarks' -l cite -r -f -a 'plain chicago bibtex csl-json' -d 'With --export: how the document and each place are cited (default: the setting citation).'
complete -c tui-reader -n '__tui_reader_at library' -l add -r -F -d 'Add a file, or a folder: its documents now, and new ones later.'
complete -c tui-reader -n '__tui_reader_at library' -l jobs -r -f -d 'Files read at once by --add (default: one per core).'
complete -c tui-reader -n '__tui_reader_at library' -l scheduler -r -f -d 'Have --add read the files on a Dask cluster.'
complete -c tui-reader -n '__tui_reader_at library' -l remove -r -F -d 'No longer list or search a document, file or folder; its reading position and bookmarks stay.'
complete -c tui-reader -n '__tui_reader_at library' -l search -r -f -d 'Search all documents: SAM sites, "in a row", beginn*, @Ball; after:1962-10, before:1963, in:VOLUME, kind:telephone.'
complete -c tui-reader -n '__tui_reader_at library' -l list -r -f -d 'List the documents with these words in number, title, date or people; without words, all.'
complete -c tui-reader -n '__tui_reader_at library' -l in -r -f -d 'List the documents of a volume, by its file\'s name.'
complete -c tui-reader -n '__tui_reader_at library' -l sort -r -f -a 'read number date' -d 'The order of the list: read (last read first), number or date; default: the setting library_order.'
complete -c tui-reader -n '__tui_reader_at library' -l repair -d 'Save what can be read of a damaged library, or of FILE, which was put aside.'
complete -c tui-reader -n '__tui_reader_at library' -l backup -r -F -d 'Write all that you did into FILE (- is standard output): reading positions, bookmarks, highlights, decisions, voices, pronunciations, settings.'
complete -c tui-reader -n '__tui_reader_at library' -l restore -r -F -d 'Put what a backup holds in the place of what there is, which is kept aside.'
complete -c tui-reader -n '__tui_reader_at voices' -f -a 'aes alice amos arthur august chorus clara denis dora edith eugene fergus frank grace gwb harriet henry ian isaac jack leo moira narrator nell poppy robin ruth samuel stella walter'
complete -c tui-reader -n '__tui_reader_at voices' -l say -d 'Hear VOICE say TEXT; without TEXT, its own description.'
complete -c tui-reader -n '__tui_reader_at voices' -l measure -d 'Measure pitch, loudness, pace, and which voices sound alike.'
complete -c tui-reader -n '__tui_reader_at voices' -l people -d 'List which person has which voice in all documents.'
complete -c tui-reader -n '__tui_reader_at voices' -l natural -d 'List the human voices on this computer, and how to get more.'
complete -c tui-reader -n '__tui_reader_at voices' -l forget -r -f -d 'Forget which voice NAME has; NAME may be everybody.'
complete -c tui-reader -n '__tui_reader_at set' -f -a 'face engine speed volume announce typing verbosity letters titles notes earcons spell_out stereo unrecorded skip_silence sound pauses.sentence pauses.item pauses.paragraph pauses.same_speaker pauses.change pauses.answer pauses.interruption pauses.note pauses.part rewind rehearsal rehearsal_words layout beside shape mark width wrap spacing justify margins names show_notes motion theme hints calm cursor citation device buffer media_keys library_order keymap keys.play_or_pause keys.next_page keys.previous_page keys.next_of_speaker keys.previous_of_speaker keys.next_sentence keys.previous_sentence keys.next_paragraph keys.previous_paragraph keys.next_word keys.previous_word keys.next_part keys.previous_part keys.memo keys.repeat keys.where keys.layout keys.mark keys.follow keys.notes keys.people keys.give_turn keys.undo keys.split_turn keys.join_turn keys.gloss keys.documents keys.library keys.verbosity keys.go_to keys.last_turn keys.search keys.next_hit keys.previous_hit keys.bookmark keys.to_bookmark keys.bookmarks keys.select keys.copy keys.copy_reference keys.highlight keys.outline keys.export keys.go_back keys.go_forward keys.aside keys.notes_aloud keys.step keys.chair keys.prompt keys.show_words keys.one_side keys.sleep keys.faster keys.slower keys.louder keys.softer keys.sound keys.recording keys.in_step keys.times keys.cast keys.correct keys.settings keys.face keys.help keys.back keys.quit'
complete -c tui-reader -n '__tui_reader_at set' -f
complete -c tui-reader -n '__tui_reader_at set' -l reset -d 'Set NAME to its default.'
complete -c tui-reader -n '__tui_reader_at set' -l json -d 'Print the settings as JSON.'
complete -c tui-reader -n '__tui_reader_at serve' -l host -r -f -d 'Address to serve at (default 127.0.0.1: this computer alone).'
complete -c tui-reader -n '__tui_reader_at serve' -l port -r -f -d 'Port to serve at (default: any free one).'
complete -c tui-reader -n '__tui_reader_at serve' -l windows -r -f -d 'Full screens open at the same time (default 8).'
complete -c tui-reader -n '__tui_reader_at help' -f -a 'start keys full-screen browser screen-readers formats people voices recordings rehearsing pronunciation library export settings commands limits security'
complete -c tui-reader -n '__tui_reader_at completions' -f -a 'bash zsh fish'
# end
