"""The text of a document as files: plain text, Markdown, TEI.

`text_flow` says what is written in which order; a module for each format writes it.
"""
