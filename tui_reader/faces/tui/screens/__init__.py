"""Screens over the text: lists, questions, settings, help."""
