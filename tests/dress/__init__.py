"""Invented dialogues, printed in the conventions and layouts of real documents: each print must give the same turns."""
