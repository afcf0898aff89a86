"""Golden files: what a run printed when it was last looked at and accepted."""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept-golden`: what is printed now becomes what is expected."""
    parser.addoption("--accept-golden", action="store_true", help="Write the golden files anew instead of comparing.")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares what was printed with a file under tests/golden; the failure is their difference and nothing else."""

    def compare(name: str, printed: str) -> None:
        path = GOLDEN / name
        accepted = path.read_text(encoding="utf-8") if path.is_file() else ""
        if printed == accepted:
            return
        if request.config.getoption("--accept-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(printed, encoding="utf-8")
            return
        rows = unified_diff(accepted.splitlines(), printed.splitlines(), f"accepted {name}", "printed now", lineterm="")
        pytest.fail("\n".join([*rows, "", "accept it with `make golden-accept` and say why in the commit"]), False)

    return compare
