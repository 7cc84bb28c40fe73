"""Learned models: small wrappers, each with its model card. No pickle."""
