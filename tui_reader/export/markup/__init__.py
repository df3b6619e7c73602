"""A recording's document as elements of XHTML, which the page and the EPUB share. Knows neither of them.

`sentences` says where in the text each sentence and word is and when it is heard; `setting` sets the text with them.
"""
