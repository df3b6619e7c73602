"""Transcripts and chats of meetings as their programs write them in plain text: names, times and words."""
