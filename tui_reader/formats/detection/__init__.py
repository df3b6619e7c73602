"""Which format a file is in, told from its first characters without importing a format."""
