"""What every guide and every picture was made from, and whether that is still the same."""
