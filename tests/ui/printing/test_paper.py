"""Pages go to a printer: those that were asked for, as often as was asked for, or a sentence says why not."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.printing import paper
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.registers.network_dialog import NetworkDialog
from tests.ui.printing.conftest import Open, press_button


class Printout:
    """What happens at the printer."""

    def __init__(self, dialog: PrintDialog, target: Path) -> None:
        self.dialog = dialog
        self.told: list[str] = []
        self.printer = paper.new_printer(dialog.preview.document, dialog.title)
        self.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printer.setOutputFileName(str(target))
        self.printer.setResolution(60)

    def print(self) -> paper.PagePrinting:
        return paper.print_pages(
            self.dialog,
            self.dialog.preview.document,
            self.printer,
            lambda: self.told.append("напечатано"),
            self.told.append,
        )


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "принтер.pdf"


@pytest.fixture
def printout(opened: Open, target: Path) -> Printout:
    return Printout(opened(), target)


def shapes(path: Path) -> list[tuple[bool, bytes]]:
    """For each page whether it lies, and its picture."""
    pages = PdfReader(path).pages
    return [(page.mediabox.width > page.mediabox.height, page.images[0].data) for page in pages]


def test_all_pages_are_printed_lying_as_they_are_shown(
    qtbot: QtBot, printout: Printout, target: Path
) -> None:
    printout.print()
    qtbot.waitUntil(lambda: printout.told == ["напечатано"])
    printed = shapes(target)
    assert len(printed) == printout.dialog.preview.page_count > 2
    assert all(lies for lies, _picture in printed)


def test_an_order_stands_and_its_annex_lies(qtbot: QtBot, opened: Open, target: Path) -> None:
    printout = Printout(opened(PrintRequest("order")), target)
    printout.print()
    qtbot.waitUntil(lambda: printout.told == ["напечатано"])
    lying = [lies for lies, _picture in shapes(target)]
    assert len(lying) > 2
    assert lying == [False, *[True] * (len(lying) - 1)]
    printout = Printout(opened(PrintRequest("order")), target)
    printout.printer.setFromTo(2, 2)
    printout.print()
    qtbot.waitUntil(lambda: printout.told == ["напечатано"])
    assert [lies for lies, _picture in shapes(target)] == [True]


def test_a_range_and_copies_are_printed_as_asked(qtbot: QtBot, printout: Printout, target: Path) -> None:
    printout.printer.setFromTo(2, 3)
    printout.printer.setCopyCount(2)
    printout.printer.setCollateCopies(True)
    printout.print()
    qtbot.waitUntil(lambda: printout.told == ["напечатано"])
    pictures = [picture for _lies, picture in shapes(target)]
    assert len(pictures) == 4
    assert pictures[:2] == pictures[2:]
    assert pictures[0] != pictures[1]


def test_copies_may_come_page_by_page(qtbot: QtBot, printout: Printout, target: Path) -> None:
    printout.printer.setFromTo(1, 2)
    printout.printer.setCopyCount(2)
    printout.printer.setCollateCopies(False)
    assert printout.print().pages == [0, 0, 1, 1]
    qtbot.waitUntil(lambda: printout.told == ["напечатано"])


def test_printing_is_cancelled_between_two_pages(qtbot: QtBot, printout: Printout) -> None:
    work = printout.print()
    with qtbot.waitSignal(work.over):
        work.cancel()
    assert printout.told == []


def test_a_printer_that_is_gone_is_told(qtbot: QtBot, printout: Printout, tmp_path: Path) -> None:
    printout.printer.setOutputFileName(str(tmp_path / "нет папки" / "принтер.pdf"))
    printout.print()
    qtbot.waitUntil(lambda: bool(printout.told))
    assert "Принтер не принял страницы. Документ цел." in printout.told[0]


def test_without_any_printer_a_sentence_says_so(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper.QPrinterInfo, "availablePrinterNames", list)
    dialog = opened()
    press_button(dialog, "Печать…")
    (box,) = dialog.findChildren(QMessageBox)
    assert "нет ни одного принтера" in box.text()
    assert dialog.isVisible()


def test_the_printers_own_dialog_is_opened_on_all_pages(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper.QPrinterInfo, "availablePrinterNames", lambda: ["Принтер"])
    dialog = opened()
    press_button(dialog, "Печать…")
    (asked,) = dialog.findChildren(paper.QPrintDialog)
    assert (asked.minPage(), asked.maxPage()) == (1, dialog.preview.page_count)
    asked.reject()


def test_the_picture_of_the_network_is_drawn_on_a_lying_sheet(
    window: MainWindow, district: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.files.open_path(district)
    window.show_page("partnerships")
    press_button(window, "Схема сети…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NetworkDialog)
    monkeypatch.setattr(paper.QPrinterInfo, "availablePrinterNames", list)
    press_button(dialog, "Печать…")
    (box,) = dialog.findChildren(QMessageBox)
    assert "нет ни одного принтера" in box.text()
    box.close()
    printer = QPrinter()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    assert paper.draw_picture(printer, dialog.draw)
    (page,) = PdfReader(target).pages
    assert page.mediabox.width > page.mediabox.height
    assert "СОШ № 12" in " ".join(page.extract_text().split())
    printer.setOutputFileName(str(target / "нет"))
    assert not paper.draw_picture(printer, dialog.draw)
    dialog.reject()
