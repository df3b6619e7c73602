"""Search in one document: what is typed, text normalized for it, and the hits."""
