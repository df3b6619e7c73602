"""Hours of reading: whether memory, descriptors and threads stay as they are."""
