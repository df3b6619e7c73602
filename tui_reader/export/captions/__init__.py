"""Captions and other files of times: cues with speakers, a podcast's transcript and chapters.

`cue_splitting` cuts what is heard into cues and times them; a module for each format writes them.
"""
