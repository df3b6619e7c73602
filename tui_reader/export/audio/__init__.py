"""Sound files: WAV is written here, all other formats by FFmpeg's libraries through PyAV (the extra `export`)."""
