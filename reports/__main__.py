"""`python -m reports`: the `guias` command line."""

from reports.cli import main

main()
