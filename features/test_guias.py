"""Binds every guide's scenarios (a new guide needs nothing here)."""

from pytest_bdd import scenarios

scenarios("guias")
