"""The screens: a blueprint an area."""
