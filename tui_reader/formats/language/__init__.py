"""The language of a document: what its file declares, what its words show, and what the person chose."""
