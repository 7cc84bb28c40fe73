"""Read models: what the command line, the dossier and the web show."""
