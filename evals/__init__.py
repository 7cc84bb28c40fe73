"""Measuring: runners for each task that has gold, the gate with its floors, benchmarks. Not shipped."""
