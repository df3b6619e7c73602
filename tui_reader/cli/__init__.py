"""The command line: the commands, the parser that finds them, and `main`, which runs the one that was typed."""

import gc

gc.set_threshold(30_000)  # more objects than a start makes: looking through them takes 3 ms and finds nothing
