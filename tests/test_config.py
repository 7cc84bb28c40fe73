"""Settings from file and environment, and what is said of those that cannot be used."""

from pathlib import Path

import pytest

from sayso.config import Settings, load
from sayso.errors import ConfigurationError


def test_a_variable_overrides_the_file(tmp_path: Path) -> None:
    file = tmp_path / "sayso.toml"
    file.write_text('ledger = "a.db"\nattribution = "grammar"\n', encoding="utf-8")
    found = load({"SAYSO_LEDGER": "b.db"}, file)
    assert (found.ledger, found.attribution) == ("b.db", "grammar")


def test_without_file_and_variables_the_defaults_hold(tmp_path: Path) -> None:
    assert load({}, tmp_path / "sayso.toml") == Settings()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('attribution = "neural"', "the setting attribution is 'neural'; allowed is 'grammar' or 'network'"),
        ("ledger = 3", "the setting ledger is 3; allowed is a text"),
        ("rubric = true", "the setting rubric is True; allowed is a text"),
        ('colour = "red"', "sets 'colour', which is no setting; allowed are ledger"),
        ("ledger =", "is not readable TOML"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_by_name(tmp_path: Path, written: str, told: str) -> None:
    file = tmp_path / "sayso.toml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load({}, file)
    assert told in str(caught.value)


def test_a_variable_with_a_wrong_choice_is_refused_too(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="SAYSO_ATTRIBUTION"):
        load({"SAYSO_ATTRIBUTION": "magic"}, tmp_path / "sayso.toml")
