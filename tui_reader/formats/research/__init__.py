"""Transcripts of linguists and of those who measure recognisers, a module for each format."""
