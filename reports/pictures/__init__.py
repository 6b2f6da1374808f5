"""Pictures: clean, approved, compared, and drawn upon."""
