"""Keeps personal data out of all that a run leaves behind."""
