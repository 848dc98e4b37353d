"""The window listens for later starts of the program on the same register."""

import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from griffie.ui.single import server_name

LONGEST_MESSAGE = 1_000_000


class Doorbell(QObject):
    """Listens for later starts.

    Signals:
        rung: the files (list of Path, maybe empty) that a later start hands over.
    """

    rung = Signal(list)

    def __init__(self, register: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = server_name(register)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a window that was killed
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            visitor = _Visitor(socket, self)
            visitor.rung.connect(self.rung)


class _Visitor(QObject):
    """Reads one message of a later start."""

    rung = Signal(list)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket, self._heard = socket, b""
        socket.setParent(self)
        socket.readyRead.connect(self._on_ready)
        socket.disconnected.connect(self._on_gone)
        self._on_ready()

    @Slot()
    def _on_ready(self) -> None:
        self._heard += self._socket.readAll().data()
        if len(self._heard) > LONGEST_MESSAGE:
            self._heard = b""
            self._socket.abort()

    @Slot()
    def _on_gone(self) -> None:
        self._on_ready()
        try:
            names = json.loads(self._heard or b"null")
        except ValueError:
            names = None
        if isinstance(names, list):
            self.rung.emit([Path(name) for name in names if isinstance(name, str)])
        self.deleteLater()
