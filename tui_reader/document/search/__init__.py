"""Search in one document: the typed query, text normalized for matching, the hits."""
