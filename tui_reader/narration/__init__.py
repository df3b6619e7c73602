"""A Document as Utterances: what is said, in which order, by whom and with which pauses; and the ledger that proves it.

`normalization` says how printed words are spoken. It knows documents, and no voice files, no engine and no face.
"""
