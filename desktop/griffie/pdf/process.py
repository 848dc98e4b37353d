"""The child: opens one document, answers requests one after the other, and ends when nobody asks any more.

`python -m griffie.pdf.process STEM` is how a child is spawned: requests come in on standard input, answers go out on
standard output, and shared memory is named after STEM. The fork server calls `answer_requests` itself.
"""

import faulthandler
import io
import os
import signal
import sys
from typing import Any

import pymupdf

from griffie.pdf.errors import Fault, FaultError
from griffie.pdf.handlers import Answer, Call, handler_for
from griffie.pdf.memory import BlockPool
from griffie.pdf.session import Session
from griffie.pdf.wire import Channel, Message, PipeChannel

ALARM_DELAY_S = 5.0
"""How much longer than the time limit a request may take if nobody is there to end it."""

MEMORY_LIMIT = 3 << 30
"""Bytes of address space that a child may use."""


def answer_requests(channel: Channel, stem: str = "") -> None:
    """Answer what comes over `channel` until its other end is closed."""
    make_quiet()
    limit_memory()
    session, pool = Session(), BlockPool(stem)
    try:
        channel.send({"ready": os.getpid()})
        while (message := channel.receive()) is not None:
            for number in message.value.get("free", ()):
                pool.give_back(number)
            _answer(channel, session, pool, message)
    except OSError:
        return  # the parent went away in the middle of an answer
    finally:
        pool.close()


def make_quiet() -> None:
    """Keep MuPDF from writing to the terminal."""
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)


def limit_memory() -> None:
    """Make requests that want absurd amounts of memory fail, where the platform can."""
    if sys.platform != "linux":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(hard, MEMORY_LIMIT)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold the letter


def _answer(channel: Channel, session: Session, pool: BlockPool, message: Message) -> None:
    wish = message.value
    set_alarm(wish["limit"] + ALARM_DELAY_S)
    try:
        answer = handler_for(wish["kind"])(Call(session, pool, wish["wish"], message.blob))
        reply = {"id": wish["id"], "value": answer.value}
    except Exception as error:  # noqa: BLE001  whatever a hostile file makes MuPDF raise is the answer
        answer = Answer(None)
        reply = {"id": wish["id"], **fault_of(error)}
    finally:
        set_alarm(0)
    channel.send(reply, answer.blob, answer.fds)


def fault_of(error: BaseException) -> dict[str, Any]:
    """Return what to say of an exception: a fault, and for the log what MuPDF said or where our own mistake is."""
    if isinstance(error, FaultError):
        return {"fault": error.fault.value, "detail": error.detail}
    detail = f"{type(error).__name__}: {str(error)[:200]}"
    if isinstance(error, MemoryError) or "alloc" in detail:
        return {"fault": Fault.MEMORY.value, "detail": detail}
    return {"fault": Fault.DAMAGED.value, "detail": detail}


def set_alarm(seconds: float) -> None:
    """End this process after `seconds`, 0 for never. The parent kills earlier; this is for when it is gone itself.

    It works while MuPDF computes, which no Python thread does.
    """
    if sys.platform == "win32":
        faulthandler.cancel_dump_traceback_later()
        if seconds:
            faulthandler.dump_traceback_later(seconds, exit=True)
    else:
        signal.setitimer(signal.ITIMER_REAL, seconds)  # nobody handles SIGALRM, so it ends the process


def main(arguments: list[str]) -> int:
    """Run as a spawned child; `arguments` is the stem of the names of shared memory."""
    reader, writer = io.FileIO(os.dup(0), "rb"), io.FileIO(os.dup(1), "wb")
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(reader.fileno(), os.O_BINARY)
        msvcrt.setmode(writer.fileno(), os.O_BINARY)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):  # a library that prints would write between our messages
        os.dup2(nowhere, standard)
    os.close(nowhere)
    answer_requests(PipeChannel(reader, writer), arguments[0])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
