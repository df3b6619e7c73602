"""People: labels taken apart, names, and which labels and which people are one person."""
