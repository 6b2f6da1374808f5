"""The captcha, which a person reads off the picture and a test is told."""

from collections.abc import Callable

# Returns the answer to the picture that the page shows now.
SolveCaptcha = Callable[[], str]
