"""Binds every rule's scenarios (a new rule needs nothing here)."""

from pytest_bdd import scenarios

scenarios("reglas")
