"""What can go wrong with a PDF, in words for the user. The child sends a `Fault`; the parent makes these of it."""

from enum import StrEnum

from griffie.base.errors import UserError
from griffie.base.i18n import _


class Fault(StrEnum):
    """Why a request failed, as it travels over the wire."""

    NOT_A_PDF = "not_a_pdf"
    EMPTY = "empty"
    NEEDS_PASSWORD = "needs_password"
    WRONG_PASSWORD = "wrong_password"
    PROTECTED = "protected"
    NO_PAGES = "no_pages"
    UNREADABLE = "unreadable"
    TIME_LIMIT = "time_limit"
    CRASH = "crash"
    MEMORY = "memory"
    DAMAGED = "damaged"
    NO_CHILD = "no_child"


class FaultError(Exception):
    """Raised in the child to answer a request with a fault; never leaves `griffie.pdf`."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.detail = detail


class PdfError(UserError):
    """Any trouble with a PDF; `fault` says which, `detail` is what MuPDF said, for the log."""

    def __init__(self, fault: Fault, text: str, advice: str = "", detail: str = "") -> None:
        super().__init__(text, advice)
        self.fault = fault
        self.detail = detail


class NotAPdf(PdfError):  # noqa: N818  named as the user is told
    """The file holds something else, whatever its name says."""


class EmptyFile(PdfError):  # noqa: N818
    """The file has no bytes at all."""


class NeedsPassword(PdfError):  # noqa: N818
    """The file opens only with a password, and none was given."""


class WrongPassword(PdfError):  # noqa: N818
    """The password that was given does not open the file."""


class NoPages(PdfError):  # noqa: N818
    """A PDF, but there is nothing to show in it."""


class FileUnreadable(PdfError):  # noqa: N818
    """The file is missing, may not be read, is no ordinary file, or cannot be opened at all."""


class PageFailed(PdfError):  # noqa: N818
    """One page, or one request about the whole document (`page_index` None), failed; the others go on."""

    def __init__(self, fault: Fault, page_index: int | None, text: str, advice: str = "", detail: str = "") -> None:
        super().__init__(fault, text, advice, detail)
        self.page_index = page_index


def open_error(fault: Fault, detail: str = "") -> PdfError:
    """Return the error for a document that could not be opened because of `fault`."""
    if fault is Fault.NOT_A_PDF:
        text = _("This file is not a PDF, or nothing of it can be saved.")
        return NotAPdf(fault, text, _("Choose the PDF of the letter, or download it again."), detail)
    if fault is Fault.EMPTY:
        return EmptyFile(fault, _("This file is empty."), _("Download or copy it again."), detail)
    if fault is Fault.NEEDS_PASSWORD:
        return NeedsPassword(fault, _("This PDF is protected with a password."), _("Enter the password."), detail)
    if fault is Fault.WRONG_PASSWORD:
        return WrongPassword(fault, _("This password does not open the PDF."), _("Try another one."), detail)
    if fault is Fault.NO_PAGES:
        return NoPages(fault, _("This PDF has no pages."), _("Ask the sender for the letter again."), detail)
    return FileUnreadable(fault, *_unreadable(fault), detail)


def _unreadable(fault: Fault) -> tuple[str, str]:
    if fault is Fault.TIME_LIMIT:
        return _("Opening this PDF took too long and was stopped."), _("Ask the sender for the letter again.")
    if fault is Fault.CRASH:
        return _("Opening this PDF made the PDF reader stop."), _("Ask the sender for the letter again.")
    if fault is Fault.MEMORY:
        return _("Opening this PDF takes more memory than it may use."), _("Ask the sender for the letter again.")
    if fault is Fault.PROTECTED:
        return _("This PDF is protected for certain readers only."), _("Ask the sender for one without protection.")
    if fault is Fault.DAMAGED:
        return _("This PDF is damaged beyond repair."), _("Download or copy it again.")
    if fault is Fault.NO_CHILD:
        return _("The part of Griffie that reads PDFs could not be started."), _("Start Griffie again.")
    return _("This file cannot be read."), _("Check that it is still there and that you may open it.")


def page_error(fault: Fault, page_index: int | None, detail: str = "") -> PageFailed:
    """Return the error for a page, or for the document where `page_index` is None, that failed because of `fault`."""
    reason = _reason(fault)
    if page_index is None:
        return PageFailed(fault, None, reason, _("The rest of the letter still works."), detail)
    text = _("Page {page}: {reason}").format(page=page_index + 1, reason=reason)
    return PageFailed(fault, page_index, text, _("The other pages still work."), detail)


def _reason(fault: Fault) -> str:
    if fault is Fault.TIME_LIMIT:
        return _("this took too long and was stopped.")
    if fault is Fault.CRASH:
        return _("this made the PDF reader stop.")
    if fault is Fault.MEMORY:
        return _("this takes more memory than it may use.")
    return _("this part of the PDF is damaged.")
