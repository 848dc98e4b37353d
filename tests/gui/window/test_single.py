"""A second start hands its files to the window that has the register open."""

from pathlib import Path

from griffie.ui.doorbell import Doorbell
from griffie.ui.single import hand_over, server_name


def test_nobody_is_home(qtbot, tmp_path):
    assert not hand_over(tmp_path / "a.sqlite", [])


def test_files_are_handed_over(qtbot, tmp_path):
    register = tmp_path / "a.sqlite"
    bell = Doorbell(register)
    try:
        with qtbot.waitSignal(bell.rung) as heard:
            assert hand_over(register, [tmp_path / "brief één.pdf", Path("/x/b.pdf")])
        assert heard.args[0] == [tmp_path / "brief één.pdf", Path("/x/b.pdf")]
    finally:
        bell.close()


def test_another_register_is_another_window(qtbot, tmp_path):
    bell = Doorbell(tmp_path / "a.sqlite")
    try:
        assert not hand_over(tmp_path / "b.sqlite", [])
    finally:
        bell.close()


def test_the_name_of_the_socket_does_not_tell_the_path(tmp_path):
    assert "geheim" not in server_name(tmp_path / "geheim.sqlite")


def test_rubbish_at_the_door_is_not_heard(qtbot, tmp_path):
    from PySide6.QtNetwork import QLocalSocket

    register = tmp_path / "a.sqlite"
    bell = Doorbell(register)
    heard = []
    bell.rung.connect(heard.append)
    try:
        for message in (b"no json\n", b'{"a": 1}', b""):
            socket = QLocalSocket()
            socket.connectToServer(server_name(register))
            assert socket.waitForConnected(1000)
            socket.write(message)
            socket.waitForBytesWritten(1000)
            socket.disconnectFromServer()
        with qtbot.waitSignal(bell.rung):
            assert hand_over(register, [])
        assert heard == [[]]
    finally:
        bell.close()
