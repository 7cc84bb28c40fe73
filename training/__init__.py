"""Training of the shipped model from the corpora of the bench; not shipped; only here is PyTorch needed."""
