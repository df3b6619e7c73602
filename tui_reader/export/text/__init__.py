"""The text of a document as it was understood, to go on with elsewhere.

`flow` gives its order, a module a format writes it.
"""
