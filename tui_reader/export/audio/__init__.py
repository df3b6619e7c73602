"""Sound in files: WAV by itself, the others by FFmpeg's libraries through PyAV (the extra `export`)."""
