"""`python -m reports`: the `guias` command line."""

from reports import spanish  # noqa: F401 - before click, which it translates
from reports.cli import main

main()
