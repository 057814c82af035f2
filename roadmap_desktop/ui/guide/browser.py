"""A page of the guide as it is read: links lead on, «Назад» leads back."""

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from roadmap_desktop.program_data import data_path
from roadmap_desktop.ui.actions import MENUS, SPECS, shown_keys

# In the text of the page about keys: what ``ui/actions.py`` says stands there.
_KEYS = "{keys}"
_LINE_HEIGHT = 125  # per cent
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_MARGIN = 24
# The sign that stands in a text where a picture is.
_PICTURE = "\ufffc"


class GuideBrowser(QTextBrowser):
    """Loads pages from ``resources/guide`` and goes to their headings, for which Qt's Markdown knows no anchors."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setAccessibleName("Страница руководства")
        self.setOpenExternalLinks(False)
        # Pictures are made as wide as the page is beside it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(_MARGIN)
        self.setSearchPaths([str(data_path("resources", "guide"))])
        self.sourceChanged.connect(self._settle)

    def show_topic(self, topic: str) -> None:
        """Shows a page, from the heading on that stands after «#»."""
        name, _, heading = topic.partition("#")
        url = QUrl(f"{name}.md")
        url.setFragment(heading)
        if url == self.source():
            self._settle(url)
        else:
            self.setSource(url, QTextDocument.ResourceType.MarkdownResource)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind == QTextDocument.ResourceType.MarkdownResource.value:
            text = data_path("resources", "guide", QUrl(name).path().rpartition("/")[2]).read_text(
                encoding="utf-8"
            )
            return text.replace(_KEYS, _keys_as_table())
        loaded = super().loadResource(kind, name)
        if kind == QTextDocument.ResourceType.ImageResource.value and isinstance(loaded, QByteArray):
            return self._fitting(QImage.fromData(loaded))
        return loaded

    def _fitting(self, picture: QImage) -> QImage:
        """A picture no wider than the page."""
        room = max(self.viewport().width() - 2 * _MARGIN, 1)
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def _settle(self, source: QUrl) -> None:
        self._space_lines()
        heading = source.fragment()
        block = self.document().begin()
        while heading and block.isValid():
            if block.blockFormat().headingLevel() and block.text() == heading:
                cursor = QTextCursor(block)
                self.setTextCursor(cursor)
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - _MARGIN // 2)
                return
            block = block.next()

    def _space_lines(self) -> None:
        roomy = QTextBlockFormat()
        roomy.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
        block = self.document().begin()
        while block.isValid():
            # Beneath a picture it would be room for a quarter of the picture.
            if _PICTURE not in block.text():
                QTextCursor(block).mergeBlockFormat(roomy)
            block = block.next()


def _keys_as_table() -> str:
    """The shortcuts of the menus, menu by menu, as a table in Markdown."""
    rows = ["| Клавиши | Что делают |", "| --- | --- |"]
    for menu in MENUS:
        rows += [
            f"| {shown_keys(spec.shortcut)} | {menu} → {spec.text} |"
            for spec in SPECS
            if spec.menu == menu and spec.shortcut
        ]
    return "\n".join(rows)
