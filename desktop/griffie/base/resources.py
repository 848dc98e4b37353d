"""Finds icons, catalogues and sample letters in the source tree, an installed wheel and a frozen program."""

from functools import cache
from pathlib import Path


@cache
def resource_root() -> Path:
    """Return the folder `resources`: inside the package when installed or frozen, beside `desktop/` in the source."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "resources"
    return inside if inside.is_dir() else package.parents[1] / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one resource, for instance `resource("icons", "tag.svg")`."""
    return resource_root().joinpath(*parts)
