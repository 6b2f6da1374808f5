"""Contradictions in guides and between them, found in their text alone."""
