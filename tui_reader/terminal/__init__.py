"""The terminal, whatever the face: the table of commands, keys, single-key input, output, wrapping, clipboard."""
