"""Transcripts that programs write: recognisers, meeting tools, chats."""
