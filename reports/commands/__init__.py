"""The orders of the command line, one a file; each file's `command` is found by its name."""
