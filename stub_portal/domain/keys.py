"""The key that an appointment goes by, such as UC3QK2."""

from random import Random
from string import ascii_uppercase, digits

KEY_LENGTH = 6


def new_key(chance: Random) -> str:
    """Return six characters of A-Z and 0-9, drawn from whatever chance is handed in."""
    return "".join(chance.choices(ascii_uppercase + digits, k=KEY_LENGTH))
