"""Who is a label: the conventions of print, the shapes of names, and the choice over a whole document."""
