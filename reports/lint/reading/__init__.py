"""Guides read into what they tell: text, PDF, Word, and our own."""
