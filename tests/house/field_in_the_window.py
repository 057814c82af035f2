"""What ``test_adding_a_field`` does in the window of a program that has one more field, line by line."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.operations.plan import history, history_words
from roadmap_desktop.operations.plan.search import build_index, search
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings

path = Path(sys.argv[1])
application = theme.new_application()
document = RoadmapDocument(today=lambda: date(2020, 10, 6))
window = MainWindow(
    document, Settings(path.parent / "settings.ini"), InlineRunner(), path.parent, path.parent / "log"
)
window.show()
window.open_at_start(path)
window.show_page("table")
page = window.table


def plan():
    return document.plan


def third():
    return plan().activities[2]


page.view.header.show_column("room", True)
page.edit_field(third().id, "room")
page.editing.editor.setPlainText("Актовый зал")
QTest.keyClick(page.editing.editor, Qt.Key.Key_Return)
print("typed in the table:", third().room)

window.selection.choose([third().id])
application.processEvents()
print("in the details:", window.details._form.editors["room"].value())

page.duplicate()
print("duplicated:", plan().activities[3].room)
document.execute(history.undo)
print("undone:", len(plan().activities))

page.set_search("актовый")
print("found on the page:", len(page.model.rows))
page.set_search("")
hits = search(document.query(build_index, None), "актовый зал")
print("found everywhere:", hits[0].hits[0].title[:3])

data = QMimeData()
data.setText("Мероприятие\tКабинет\nКруглый стол\tЧитальный зал\n")
application.clipboard().setMimeData(data)
page.paste()
print("pasted:", next(row.room for row in plan().activities if row.name == "Круглый стол"))

report = page.shown_report()
table = next(block for block in report.build(None).blocks if hasattr(block, "rows"))
place = [column.title for column in table.columns].index("Кабинет")
print("printed:", ", ".join((table.columns[place].title, str(table.rows[2].cells[place]))))

lines = document.query(lambda file: history_words.record_history(file, ACTIVITIES, third().id), [])
print("history:", lines[0].text)

window.show_page("schools")
window._pages.currentWidget().add()
dialog = application.activeModalWidget()
dialog.form.editors["name"].setPlainText("СОШ № 5")
dialog.form.editors["motto"].setPlainText("Учиться всем")
dialog.accept()
register = dialog.register
listing = document.query(lambda file: read_listing(file, register), None)
print("school:", listing.rows[0].motto)
window.close()
