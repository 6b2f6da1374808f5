"""What `guias lint` looks for, a kind of fault a file; each `check…` takes a case."""
