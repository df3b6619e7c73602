"""The document: what a dialogue on record is, as frozen data that every other room reads."""
