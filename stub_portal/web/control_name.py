"""What control over HTTP is called, for whoever must tell its requests and needs nothing of it."""

NAME = "control"
