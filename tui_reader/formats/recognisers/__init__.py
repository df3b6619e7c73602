"""Transcripts in JSON and in lines as programs for speech recognition write them.

A module of recognisers takes the value of a file and gives its segments in order; `telling` makes a Document of them.
"""
