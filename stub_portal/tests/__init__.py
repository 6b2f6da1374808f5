"""Tests of the portal's own code; what the guides claim is tested in `features/`."""
