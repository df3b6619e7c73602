"""The words of a file counted without its parser, so that what a parser drops is told.

`raw_text` strips each format's markup by patterns; what it leaves out by rule (scripts, comments, what is about the
text) is a table in its module. Whatever else of the file is not in the Document is lost, and `account` says so.

Imported only where the Document has another text than its file.
"""
