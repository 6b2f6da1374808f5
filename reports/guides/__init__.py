"""Guides as their authors write them: read, checked, and broken up into what they say."""
