"""Fuzzing of the formats: what holds of every file, dialogues in every format, a coverage-guided run."""
