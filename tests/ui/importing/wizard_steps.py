"""What a person does with «Взять из документа»: clicks what is visible, reads what is shown."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMenu,
    QMessageBox,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)

from roadmap_desktop.ui.importing.text_table import TextTable
from roadmap_desktop.ui.importing.wizard import ImportWizard
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import choose, click


def opened(window: MainWindow) -> ImportWizard:
    choose(window, "Файл", "Взять из документа…")
    (found,) = [one for one in window.findChildren(ImportWizard) if one.isVisible()]
    QTest.qWaitForWindowExposed(found)
    return found


def press_button(wizard: QWidget, words: str) -> None:
    (button,) = [one for one in wizard.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    click(button)


def take_file(wizard: ImportWizard, path: Path) -> None:
    press_button(wizard, "Выбрать документ…")
    (asking,) = [box for box in wizard.findChildren(QFileDialog) if box.isVisible()]
    asking.fileSelected.emit(str(path))
    asking.close()


def on_found(window: MainWindow, path: Path) -> ImportWizard:
    wizard = opened(window)
    take_file(wizard, path)
    return wizard


def texts(table: TextTable) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def column_of(table: TextTable, heading: str) -> int:
    headings = [
        str(table.model().headerData(column, Qt.Orientation.Horizontal))
        for column in range(table.model().columnCount())
    ]
    return headings.index(heading)


def read_column(wizard: ImportWizard, heading: str) -> list[str]:
    column = column_of(wizard.found.read, heading)
    return [row[column] for row in texts(wizard.found.read)]


def click_cell(table: TextTable, row: int, column: int) -> None:
    index = table.model().index(row, column)
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())


def tell_column(wizard: ImportWizard, column: int, words: str) -> None:
    """Clicks the heading of a column of the document, and what it holds."""
    header = wizard.found.original.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 8, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [action for action in menu.actions() if action.text() == words]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def marked(wizard: ImportWizard) -> set[str]:
    grid = wizard.found.original.original.grid
    return {grid.text(place) for place in wizard.found.original.original.marked}


def item(wizard: ImportWizard, words: str) -> QTreeWidgetItem:
    (found,) = wizard.target.tree.findItems(words, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    return found


def tick(wizard: ImportWizard, words: str) -> None:
    tree, found = wizard.target.tree, item(wizard, words)
    tree.scrollToItem(found)
    depth, above = 1, found.parent()
    while above is not None:
        depth, above = depth + 1, above.parent()
    box = QPoint(depth * tree.indentation() + 12, tree.visualItemRect(found).center().y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=box)


def said() -> str:
    boxes = [
        box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()
    ]
    assert boxes
    return boxes[-1].text()


def names(window: MainWindow) -> list[str]:
    assert window.document.plan is not None
    return [row.name for row in window.document.plan.activities]
