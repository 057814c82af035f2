"""«Схема сети»: a picture of who helps whom; a click on a school opens it; it can be printed."""

from math import hypot
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers.network import Network, Node, read_network
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.own_dialogs import open_record
from roadmap_desktop.ui.screen_room import resize_within_screen
from roadmap_desktop.ui.theme import colour

_NODE = QSize(128, 34)
_EMPTY = "Партнёрств пока нет: добавьте их в справочник «Сетевое партнёрство»."


class NetworkView(QWidget):
    """Boxes with names and arrows from who helps; ``school_chosen`` carries a key."""

    school_chosen = Signal(str)

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self._current = 0
        self.setMinimumSize(560, 340)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Схема сети")

    def box(self, node: Node) -> QRectF:
        """Where a school is drawn."""
        return _box(node, QRectF(self.rect()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_network(painter, self.network, QRectF(self.rect()))
        if self.hasFocus() and self.network.nodes:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.box(self.network.nodes[self._current]).adjusted(-3, -3, 3, 3))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for index, node in enumerate(self.network.nodes):
            if self.box(node).contains(event.position()):
                self._current = index
                self.school_chosen.emit(node.id)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        nodes = self.network.nodes
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if nodes and event.key() in steps:
            self._current = (self._current + steps[Qt.Key(event.key())]) % len(nodes)
            self.update()
        elif nodes and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.school_chosen.emit(nodes[self._current].id)
        else:
            super().keyPressEvent(event)


def draw_network(painter: QPainter, network: Network, room: QRectF) -> None:
    """Draws the network into a room, on the screen or on paper."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not network.nodes:
        painter.setPen(colour("ink-faint"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _EMPTY)
        return
    boxes = {node.id: _box(node, room) for node in network.nodes}
    painter.setPen(QPen(colour("ink-faint"), 1.4))
    for bond in network.bonds:
        _draw_arrow(painter, boxes[bond.helper], boxes[bond.school])
    for node in network.nodes:
        box = boxes[node.id]
        painter.setPen(QPen(colour("accent" if node.is_base else "line"), 1.6 if node.is_base else 1))
        painter.setBrush(colour("accent-tint" if node.is_base else "paper"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(colour("ink"))
        name = painter.fontMetrics().elidedText(
            node.name, Qt.TextElideMode.ElideMiddle, int(box.width()) - 10
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def _box(node: Node, room: QRectF) -> QRectF:
    centre = room.center()
    x = centre.x() + node.x * (room.width() - _NODE.width() - 30) / 2
    y = centre.y() + node.y * (room.height() - _NODE.height() - 30) / 2
    return QRectF(x - _NODE.width() / 2, y - _NODE.height() / 2, _NODE.width(), _NODE.height())


def _draw_arrow(painter: QPainter, start: QRectF, end: QRectF) -> None:
    one, other = start.center(), end.center()
    length = hypot(other.x() - one.x(), other.y() - one.y()) or 1.0
    along = QPointF((other.x() - one.x()) / length, (other.y() - one.y()) / length)
    # As far as the edge of the box that it points at.
    far = min(
        end.width() / 2 / abs(along.x()) if along.x() else length,
        end.height() / 2 / abs(along.y()) if along.y() else length,
    )
    tip = other - along * (far + 2)
    painter.drawLine(one, tip)
    aside = QPointF(-along.y(), along.x())
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(QPolygonF([tip, tip - along * 9 + aside * 4, tip - along * 9 - aside * 4]))


class NetworkDialog(QDialog):
    """The picture as it is now."""

    guide: ClassVar[str] = "registers#Сетевое партнёрство"

    def __init__(self, document: RoadmapDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Схема сети")
        resize_within_screen(self, 960, 660)
        self._document = document
        self.view = NetworkView(document.query(read_network, Network((), ())))
        self.view.school_chosen.connect(self._open)
        hint = QLabel(
            "Стрелка ведёт от школы, которая помогает. Базовые площадки выделены. Щелчок открывает школу."
        )
        hint.setObjectName("start-hint")
        hint.setWordWrap(True)
        printing, close = QPushButton("Печать…"), QPushButton("Закрыть")
        for button in (printing, close):
            button.setAutoDefault(False)
        printing.clicked.connect(self._print)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(printing)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        document.changed.connect(self._refresh)

    def _refresh(self, _change_set: object) -> None:
        self.view.network = self._document.query(read_network, self.view.network)
        self.view.update()

    def _open(self, id_: str) -> None:
        open_record(self._document, BY_ID["schools"], id_, self)

    def _print(self) -> None:
        # QtPrintSupport asks the system for its printers: only when one is wanted.
        from roadmap_desktop.ui.printing.paper import ask_printer_for_picture

        ask_printer_for_picture(
            self, self.draw, "Схема сетевого партнёрства", lambda text: messages.refuse(self, text)
        )

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draws the picture into a room."""
        draw_network(painter, self.view.network, room)
