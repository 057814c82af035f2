"""A second start on a file that is open already: its window comes to the front, and the second start ends.

They meet by the note beside the file: its key names a socket of this user's on this computer, no network. A note left
by a crash, or by a window of another computer, names a socket that nobody answers at.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from roadmap_desktop.operations.file import opening
from roadmap_desktop.ui.document import RoadmapDocument

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

# Milliseconds that a window may need to answer; one that is busy for longer is not waited for.
_PATIENCE = 2000
_LONGEST_LINE = 4096
_ANSWER = b"raised\n"
# By which a desktop of Wayland lets a program that was not clicked come to the front.
_TOKEN = "XDG_ACTIVATION_TOKEN"


def raise_first(path: Path) -> bool:
    """Asks the window that edits the file to come to the front. Returns whether one has answered."""
    holder = opening.holder_of(path)
    if holder is None or not holder.id:
        return False
    from PySide6.QtNetwork import QLocalSocket

    if sys.platform == "win32":
        # Windows lets a program come to the front only when the one that was clicked says so.
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(holder.pid)
    socket = QLocalSocket()
    socket.connectToServer(_address(holder.id))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(os.environ.get(_TOKEN, "").encode() + b"\n")
    answers = socket.waitForReadyRead(_PATIENCE) and bytes(socket.readAll().data()) == _ANSWER
    socket.disconnectFromServer()
    return answers


class SecondStarts(QObject):
    """Listens for second starts on the file that the window edits, as long as it edits it."""

    def __init__(self, document: RoadmapDocument, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._id = ""
        self._server: QLocalServer | None = None
        document.replaced.connect(self._listen)
        document.access_changed.connect(self._listen)
        self._listen()

    def _listen(self) -> None:
        lock = self._document.access.lock
        wanted = lock.holder.id if lock is not None else ""
        if wanted == self._id:
            return
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._id = wanted
        if wanted:
            self._server = self._new_server(wanted)

    def _new_server(self, key: str) -> "QLocalServer":
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        # Where it cannot, a second start opens the file to be read, as it does on another computer.
        server.listen(_address(key))
        return server

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection() if self._server is not None else None
        if socket is None:
            return
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._come_forward(socket)
        else:
            socket.readyRead.connect(lambda: self._come_forward(socket))

    def _come_forward(self, socket: "QLocalSocket") -> None:
        token = bytes(socket.readLine(_LONGEST_LINE).data()).strip()
        if token:
            os.environ[_TOKEN] = os.fsdecode(token)
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        # A dialog that stands before the window stays before it.
        front = QApplication.activeModalWidget() or self._window
        front.raise_()
        front.activateWindow()
        socket.write(_ANSWER)
        socket.flush()


def _address(key: str) -> str:
    """The socket of a window. Hashed, for who can write to the folder can write any key."""
    # It loads OpenSSL, which a start can do without.
    from hashlib import sha256

    name = f"roadmap-desktop-{sha256(key.encode()).hexdigest()[:16]}"
    folder = os.environ.get("XDG_RUNTIME_DIR")
    # Elsewhere Qt has a place of its own for it: the folder of temporary files, the pipes of Windows.
    return str(Path(folder) / name) if folder and sys.platform != "win32" else name
