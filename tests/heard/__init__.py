"""What people with screen readers and braille displays get from a program in a terminal: no sound, no display.

Real screen readers run around the program (yasr, Fenrir) or beside its terminal (Orca); what they say goes to a silent
stand-in for speech-dispatcher, which writes it down. Two models stand for what cannot run here: a differ of lines, as
NVDA and Narrator have, and a window of braille cells, as BRLTTY's. Each is a Listener, made of a command, an
environment with a HOME, columns and rows; `press` keys, and ask what was `said`.
"""
