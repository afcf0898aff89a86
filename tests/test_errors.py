"""Every error of dragoman is one of six and says so in one plain sentence."""

import pytest

from dragoman import errors


def test_there_are_six_errors_under_one_base():
    found = {e.__name__ for e in errors.DragomanError.__subclasses__()}
    assert found == {"UsageError", "SourceError", "ParseError", "LexiconError", "ModelError", "LedgerError"}


@pytest.mark.parametrize("error", errors.DragomanError.__subclasses__())
def test_an_error_is_described_in_one_sentence(error):
    assert error.__doc__.endswith(".")
    assert "\n" not in error.__doc__
