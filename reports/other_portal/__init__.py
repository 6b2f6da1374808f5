"""The guides and the rules followed at a portal that somebody else deployed."""
