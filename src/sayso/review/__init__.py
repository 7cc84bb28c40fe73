"""Human decisions: making them, finding their words again, and what follows from the log of them. Pure."""
