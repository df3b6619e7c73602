"""Who is who: labels taken apart, names, identity, and the labels that are one person's."""
