"""Two kinds of error: what the world does to a user, and what is our own mistake."""


class UserError(Exception):
    """Something outside the program went wrong; the text is one clear sentence in the user's language.

    Shown as it is by the window and the command line. `advice` says what to do about it, and may be empty.
    """

    def __init__(self, text: str, advice: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.text} {self.advice}".strip()


class NotFoundError(UserError):
    """The id, own number or file that was asked for is not there."""


class InvalidValueError(UserError):
    """A typed value that the field cannot take; the text is the hint to show beside the field."""


class ConflictError(UserError):
    """The row has moved on since the step that was to be undone, or somebody else changed it first."""


class Cancelled(Exception):  # noqa: N818  a user's wish is no error
    """The user stopped a long piece of work; what was finished before stays."""


class BugError(Exception):
    """A state that Griffie itself should have made impossible. The log gets the traceback."""
