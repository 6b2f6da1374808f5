"""The telephone line that cancels as well, as people are told of it (both guides, final note)."""

CALL = "llama a la Línea ASISSSTE:"
NUMBER = "55 4000 1000"
MENU = "opción 5, submenú 1, y elige la opción 7 para hablar con un agente."
