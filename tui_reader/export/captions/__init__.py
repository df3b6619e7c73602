"""Captions: what is heard, cut into lines for reading. `cut` cuts and times it, a module a format writes it."""
