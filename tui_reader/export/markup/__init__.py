"""XHTML of a rendering's document, as the web page and the EPUB share it. Knows neither of them.

`timed_sentences` says where in the text each sentence and word is and when it is heard; `html_renderer` makes the
elements.
"""
