"""Screenplays: Fountain and Final Draft."""
