"""Which document is meant, with which settings, on which face: a reading put together before it is shown."""
