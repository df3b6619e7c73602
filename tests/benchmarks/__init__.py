"""Measurements by ratio, run by hand."""
