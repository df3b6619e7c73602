"""Voices measured on their own speech: pitch, loudness, pace, and which could be mistaken for each other."""
