"""What must be true: the guides, and the rules that they claim."""
