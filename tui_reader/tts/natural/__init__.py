"""Human voices for English by hibari-tts: its models, our text as its phonemes, and characters made in its vocoder."""
