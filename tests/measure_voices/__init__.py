"""Measures the voices: how well a speech recogniser understands each, how loud and high it is, and how it sounds."""
