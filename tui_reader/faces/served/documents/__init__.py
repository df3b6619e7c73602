"""A page for each document, read aloud in the browser: its text at once, its sound turn by turn as it is asked for.

`routes` answers the browser. Documents are opened, set and spoken in other processes (`worker`), so that no page waits
for another; `pool` gives them their jobs. `static` holds the pages, their scripts and styles.
"""
