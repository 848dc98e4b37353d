"""Examples of the rules by which letters are read: tests run them, and the page of rules in the docs shows them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A rule with a text in which it holds, what is then found, a text that looks alike but is none, and why."""

    rule: str
    text: str
    expect: object
    counter: str
    why: str = ""
