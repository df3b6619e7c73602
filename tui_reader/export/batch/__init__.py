"""Many documents written one after the other and side by side, and nothing twice.

`documents` finds them and names their files, `log` knows what is done, `workers` and `cluster` do the work in processes
of this machine or of many, and `batch` gives it to them and tells what became of each.
"""
