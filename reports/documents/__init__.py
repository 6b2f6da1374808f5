"""The guides as readers get them: one document, and a writer for each format."""
