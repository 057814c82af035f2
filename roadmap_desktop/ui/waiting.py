"""What is shown while slow work goes on: words, a moving bar and «Отмена»."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from roadmap_desktop.ui.runner import Task

# What is over sooner would only flash.
_PATIENCE_MS = 500


def show_waiting(parent: QWidget, label: str, task: Task) -> QProgressDialog:
    """Keeps the window from being edited until the task is over; tells of it when that takes longer than a blink."""
    dialog = QProgressDialog(label, "Отмена", 0, 0, parent)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setWindowTitle("Подождите")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumDuration(_PATIENCE_MS)
    dialog.setValue(0)
    dialog.canceled.connect(task.cancel)
    task.over.connect(dialog.close)
    return dialog
