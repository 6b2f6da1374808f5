"""The formats that readers get, one module a format."""
