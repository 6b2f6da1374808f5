"""What comes out of a run: the record, the verdicts, the pages, and the command line."""
