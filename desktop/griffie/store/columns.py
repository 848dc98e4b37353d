"""From a value of the domain to what a column holds."""

import datetime as dt
from enum import StrEnum
from typing import Any


def to_column(value: Any) -> Any:
    """Return '' for nothing, ISO text for dates, the code of an enumeration, 0 or 1 for a flag; text as it is."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value
