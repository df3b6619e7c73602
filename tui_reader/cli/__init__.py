"""The command line: the commands, the parser that finds them, and `main`, which runs the one that was typed."""
