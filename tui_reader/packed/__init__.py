"""A document packed into columns and records of bytes, kept in the cache folder and mapped when it is opened again."""
