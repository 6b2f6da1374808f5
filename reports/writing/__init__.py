"""Help for whoever writes guides: a new one, the sentences there are, what is wrong in a file."""
