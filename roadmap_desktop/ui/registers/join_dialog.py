"""«Объединить»: a record that was entered twice becomes one; where the two say otherwise, it is chosen here."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.russian import counted, shortened
from roadmap_desktop.model.search import as_counted, words
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.registers.joining import Difference, Pair, join_records, read_pair
from roadmap_desktop.operations.registers.record_listing import folded_name
from roadmap_desktop.ui.dialogs import answer_buttons
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors import LinkEditor
from roadmap_desktop.ui.screen_room import resize_within_screen

_SIZE = (860, 520)
_LABELS = 150
# Of a value as many letters as fit beside those of the other; all of it is in the tool tip.
_LONGEST = 30
# With more records that point at it, it would be waited for.
_QUICK = 200


class JoinDialog(QDialog):
    """``ids`` are the record that stays, and the other one where it is known already; ``told`` gets what was done."""

    guide: ClassVar[str] = "registers#Одна запись введена дважды"

    def __init__(
        self,
        document: RoadmapDocument,
        listing: Listing,
        ids: Sequence[str],
        parent: QWidget | None,
        told: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._document, self._listing, self._staying, self._told = document, listing, ids[0], told
        self._pair: Pair | None = None
        self._shown: str | None = None  # the other one, of which ``_pair`` tells
        self.choices: dict[str, QButtonGroup] = {}
        self.setWindowTitle(f"Объединить записи — {listing.register.title.lower()}")
        resize_within_screen(self, *_SIZE)
        self.stays = _plain()
        self.swap = QPushButton("Поменять местами")
        self.swap.setAutoDefault(False)
        self.swap.clicked.connect(self._swap)
        self.other = LinkEditor(self._others())
        self.other.set_placeholder("начните вводить название")
        self.other.setAccessibleName("Какая запись исчезнет")
        self.other.committed.connect(self._on_other)
        self.said = _plain()
        self._differences = QWidget()
        self._lay_out()
        self.other.set_value(ids[1] if len(ids) > 1 else self._most_alike())
        self._read()

    def accept(self) -> None:
        """Joins the two, as one step of undo."""
        going, pair = self._going(), self._pair
        if pair is None or going is None:
            return
        taken = [name for name, group in self.choices.items() if group.checkedId() == 1]
        register, staying = self._listing.register, self._staying
        sentence = f"Объединено в «{pair.staying}». Отменить: Ctrl+Z"

        def join(file: RoadmapFile) -> ChangeSet | None:
            return join_records(file, register, staying, going, taken)

        if pair.pointing > _QUICK:
            super().accept()
            told = self._told
            self._document.execute_in_background("Записи объединяются…", join, lambda _made: told(sentence))
        elif self._document.execute(join):
            self._told(sentence)
            super().accept()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.stays, 1)
        line.addWidget(self.swap)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel("Останется"), 0, 0)
        grid.addLayout(line, 0, 1)
        grid.addWidget(QLabel("Вольётся в неё"), 1, 0)
        grid.addWidget(self.other, 1, 1)
        self._area = QScrollArea()
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons, self.join = answer_buttons("Объединить", self.accept, self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self.said)
        column.addWidget(self._area, 1)
        column.addWidget(buttons)

    def _on_other(self) -> None:
        # Merely left, the field says so too; what was chosen between the two stays chosen.
        if self._going() != self._shown:
            self._read()

    def _read(self) -> None:
        """Shows what differs between the two, and what would be done."""
        going, register, staying = self._going(), self._listing.register, self._staying
        self.stays.setText(self._listing.name(self._listing.by_id[staying]))
        self._pair, self._shown = None, going
        if going is not None:
            self._pair = self._document.query(lambda file: read_pair(file, register, staying, going), None)
        self.choices = {}
        self._differences = QWidget()
        if self._pair is not None and self._pair.differences:
            self._show(self._pair.differences)
        self._area.setWidget(self._differences)
        self.said.setText(_told(self._pair) if self._pair is not None else "Выберите вторую запись.")
        self.join.setEnabled(self._pair is not None)
        self.swap.setEnabled(self._pair is not None)

    def _show(self, differences: Sequence[Difference]) -> None:
        grid = QGridLayout(self._differences)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for row, one in enumerate(differences):
            group = self.choices[one.field.name] = QButtonGroup(self._differences)
            label = _plain(one.field.label)
            label.setObjectName("details-label")
            label.setFixedWidth(_LABELS)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            for index, text in enumerate((one.staying, one.going)):
                button = QRadioButton(shortened(one_line(text), _LONGEST).replace("&", "&&"))
                button.setAccessibleName(f"{one.field.label}: {text}")
                button.setToolTip(text.replace("&", "&amp;").replace("<", "&lt;"))
                group.addButton(button, index)
                grid.addWidget(button, row, index + 1)
            group.button(0).setChecked(True)
        grid.setRowStretch(len(differences), 1)

    def _swap(self) -> None:
        going = self._going()
        if going is not None:
            before, self._staying = self._staying, going
            self.other.offer(self._others())
            self.other.set_value(before)
            self._read()

    def _going(self) -> str | None:
        try:
            going: str | None = self.other.value()
        except UserError:
            return None
        return going

    def _others(self) -> list[tuple[str, str]]:
        found = [(row.id, self._listing.name(row)) for row in self._listing.rows if row.id != self._staying]
        return sorted(found, key=lambda one: as_counted(one[1]))

    def _most_alike(self) -> str | None:
        """The record that is called the same, or has every word of the name; none where there is no such."""
        name = self._listing.name(self._listing.by_id[self._staying])
        same, wanted = folded_name(name), set(words(name))
        for id_, other in self._others():
            known = set(words(other))
            if folded_name(other) == same or (known and wanted and (known <= wanted or wanted <= known)):
                return id_
        return None


def _told(pair: Pair) -> str:
    parts = ["Отметьте, что останется там, где записи расходятся."] if pair.differences else []
    parts.append("Чего нет в первой, возьмётся из второй.")
    if pair.pointing:
        links = counted(pair.pointing, "связь", "связи", "связей")
        parts.append(f"К первой перейдёт всё, что связано со второй: {links}.")
    return " ".join(parts)


def _plain(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
