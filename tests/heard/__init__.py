"""What people with screen readers and braille displays get from a program in a terminal: no sound, no display.

Real screen readers run around the program (yasr, Fenrir) or beside its terminal (Orca); what they say goes to a silent
stand-in for speech-dispatcher, which writes it down. Two models stand for what cannot run here: a differ of lines, as
NVDA and Narrator have, and a window of braille cells, as BRLTTY's. Each is a Listener, made of a command, an
environment with a HOME, columns and rows; `press` keys, and ask what was `said`. `python -m tests.heard` prints the
tables in README.md.

Which test shows what, for a person who cannot see the screen (SR: tests/e2e/test_screen_readers*.py):

 1 the next turn once              SR all_turns_are_said_word_for_word_and_once
 2 nothing drawn is said           SR each_key_says_its_one_message_and_nothing_drawn
 3 silence while idle              SR ten_idle_seconds_say_nothing
 4 a message for each key          SR each_key...; faces/test_plain_commands a_command_says_its_message
 5 no "blank" with Orca            SR orca_never_says_blank_on_arrows_and_pages
 6 no word cut                     SR all_turns... at 80, 60, 40 columns; unit/faces/plain/test_spoken_lines
 7 title, counts, hint, turn       SR each_key...; faces/test_plain it_opens_with_title_counts_hint_and_first_turn
 8 end, unknown key                SR each_key...
 9 braille cells                   e2e/test_braille_cells full, in plain, and there with the cursor at the start
10 cursor after keys and a resize  faces/test_tui_page the_cursor_..._after_ten_keys_and_a_resize
11 no escape, no write at rest     faces/test_plain no_escape_is_written...; e2e/test_terminal nothing_is_written...
12 choosing a face                 unit/startup/test_face_choice, unit/terminal/test_session_bus; e2e/test_desktop
13 into a pipe                     unit/faces/test_printing; e2e/test_terminal a_pipe_gets_the_document_as_plain_lines
14 NO_COLOR                        e2e/test_terminal without_colour_no_colour_is_written...
15 speech-dispatcher               unit/tts/test_ssip, faces/test_plain_dispatcher, e2e/test_speech_dispatcher
16 no speech-dispatcher            faces/test_plain_dispatcher reading_goes_on_where_there_is_no_server...
17 back at the turn                faces/test_plain it_comes_back_to_the_turn_where_it_was_left
18 sixty quick keys                SR after_sixty_keys_...; faces/test_plain_dispatcher of_many_quick_keys...
19 leaving                         faces/test_plain_terminal TestLeaving; e2e/test_terminal a_signal_leaves...
20 help and errors                 unit/cli/test_parser, test_main wrong_use_has_status_two
21 contrast                        faces/test_tui_colours
22 keys                            unit/terminal/test_commands, test_keymap; faces/test_plain_lines
23 once on a full terminal         SR all_turns..., after_the_full_screen...; unit/faces/plain/test_spoken_lines
24 any key ends a message          faces/test_plain_long_messages any_key_ends..., a_key_is_answered_while...
25 all can be done in plain        unit/manual/test_parity; faces/test_plain_lists, ..._people, ..._voices, ..._library
26 long lists                      unit/faces/plain/test_numbered_list; faces/test_plain_lists, test_plain_library
27 kinds of words, names, language faces/test_plain_kinds; unit/faces/plain/test_kind_words; SR all_turns... of a play
28 notes one by one                faces/test_plain_notes; SR all_turns... of forty notes
29 rows on the full screen         e2e/test_screen_readers_full; faces/test_tui_spoken_lists
30 braille at 20, 40, 80 cells     faces/test_tui_braille; e2e/test_braille_cells
31 own voice reads on              faces/test_plain_dispatcher it_reads_on_after...; e2e/test_own_speech
32 long work in lines              unit/cli/test_progress_lines; faces/test_plain_export its_progress_is_told

What is taken out to see that each test of 1 to 22 fails without it stands in takings.toml; `python -m
tests.heard.taken_out` does it.

And of what stands beside them: the face changed by a key, faces/test_face_changes.
"""
