"""Voices measured on their own speech: pitch, loudness, pace, timbre, and which could be mistaken for each other.

It stands above `casting` and `tts`, which know nothing of it: voice files hold what it has measured. Not used while
reading.
"""
