"""One window per register: a second start hands its files to the first and ends. The first listens in `doorbell`."""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir

WAIT_MS = 800


def server_name(register: Path) -> str:
    """Return the name of the socket for a register of this user; the path itself does not appear in it."""
    user = os.environ.get("USERNAME") or os.environ.get("USER") or ""
    return "griffie-" + hashlib.sha256(f"{user}|{register}".encode()).hexdigest()[:20]


def hand_over(register: Path, files: Sequence[Path]) -> bool:
    """Give the files to a window that has this register open; returns whether there was one."""
    name = server_name(register)
    if os.name == "posix" and not Path(QDir.tempPath(), name).exists():
        return False  # Qt puts its sockets there; without one the network library need not be loaded
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    message = json.dumps([str(path.absolute()) for path in files]).encode() + b"\n"
    socket.write(message)
    socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(WAIT_MS)
    return True
