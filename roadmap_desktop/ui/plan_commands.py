"""The dialogs of the plan as a whole: its particulars, its sections, its revisions."""

from typing import Any

from PySide6.QtWidgets import QWidget

from roadmap_desktop.operations.plan import roadmap
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.selection import Selection


class PlanCommands(Commands):
    """Opens them over the window."""

    def __init__(self, document: RoadmapDocument, selection: Selection, window: QWidget) -> None:
        super().__init__(document, window)
        self._selection = selection

    def handlers(self) -> Handlers:
        return {
            "properties": self.edit_properties,
            "sections": self.edit_sections,
            "performers": self.edit_performers,
            "revisions": self.show_revisions,
        }

    def edit_properties(self) -> None:
        """Opens «Сведения о дорожной карте»."""
        from roadmap_desktop.operations.file import attachments
        from roadmap_desktop.ui.properties_dialog import PropertiesDialog

        plan = self._document.plan
        if plan is None:
            return
        files = self._document.query(attachments.files_told, "")
        dialog = PropertiesDialog(plan.info, files, self._window)
        dialog.accepted_values.connect(self._write_properties)
        open_dialog(dialog)

    def edit_sections(self) -> None:
        """Opens «Разделы дорожной карты»."""
        from roadmap_desktop.ui.sections_dialog import SectionsDialog

        if self._document.plan is not None:
            open_dialog(SectionsDialog(self._document, self._selection, self._window))

    def edit_performers(self) -> None:
        """Opens «Исполнители»."""
        from roadmap_desktop.ui.performers_dialog import PerformersDialog

        if self._document.plan is not None:
            open_dialog(PerformersDialog(self._document, self._window))

    def show_revisions(self, chosen: str = "") -> None:
        """Opens «Редакции», on the one with that key if it is given."""
        from roadmap_desktop.ui.revisions.dialog import RevisionsDialog

        if self._document.plan is not None:
            dialog = RevisionsDialog(self._document, self._window, chosen)
            dialog.told.connect(self.told)
            open_dialog(dialog)

    def _write_properties(self, values: dict[str, Any]) -> None:
        if values:
            self._document.execute(lambda file: roadmap.set_roadmap(file, values))
