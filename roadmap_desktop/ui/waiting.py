"""What is shown while slow work goes on: words, a moving bar and «Отмена»."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from roadmap_desktop.ui.runner import Task

# What is over sooner would only flash.
_PATIENCE_MS = 500


class Progress(QObject):
    """Carries from the working thread to the window's how far the work is, in percent."""

    percent = Signal(int)


def show_waiting(
    parent: QWidget, label: str, task: Task, progress: Progress | None = None
) -> QProgressDialog:
    """Keeps the window from being edited until the task is over; tells of it when that takes longer than a blink."""
    dialog = QProgressDialog(label, "Отмена", 0, 0, parent)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setWindowTitle("Подождите")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumDuration(_PATIENCE_MS)
    if progress is not None:
        dialog.setRange(0, 100)
        dialog.setAutoReset(False)
        progress.percent.connect(dialog.setValue)
    dialog.setValue(0)
    dialog.canceled.connect(task.cancel)
    task.over.connect(dialog.close)
    return dialog
