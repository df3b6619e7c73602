"""Which program wrote a file, told by what stands in it: one table of producers, and those who read JSON."""
