"""Which sentences of a guide something checks, and which nothing does."""
