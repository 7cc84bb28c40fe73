"""What can go wrong, as a person is told it: what was given, what is allowed, what to do."""


class SaysoError(Exception):
    """Root of all errors a user may see; its text is one sentence."""


class UsageError(SaysoError):
    """The command or its arguments were wrong (exit code 2)."""


class ConfigurationError(UsageError):
    """A setting or a rubric file cannot be used (exit code 2)."""


class ModelError(SaysoError):
    """A language model is missing or unfit (exit code 3)."""


class LedgerError(SaysoError):
    """The ledger cannot be opened, read or written (exit code 3)."""


class IntakeError(SaysoError):
    """One input cannot be read; becomes a Refusal, the others go on."""
