"""One class a screen: where things are on it, and what a person means to do there."""
