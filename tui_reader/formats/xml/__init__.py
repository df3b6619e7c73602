"""XML read safely, and the vocabularies other than TEI."""
