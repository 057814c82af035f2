"""Documents that are archives of parts: Word, Excel and OpenDocument."""

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.safe_package import Package
from roadmap_desktop.exchange.documents.source_document import SourceDocument


def read_packed(data: bytes, allowance: Allowance) -> SourceDocument:
    """The document in an archive's bytes, known by its parts."""
    package = Package(data)
    if any(name.startswith("word/") for name in package.names):
        from roadmap_desktop.exchange.documents.word_document import read_word

        return read_word(package, allowance)
    if any(name.startswith("xl/") for name in package.names):
        from roadmap_desktop.exchange.documents.workbook import read_workbook

        return read_workbook(data, package, allowance)
    if "content.xml" in package.names:
        from roadmap_desktop.exchange.documents.open_document import read_open_document

        return read_open_document(package, allowance)
    raise UserError(
        "Это архив, а не документ.",
        NOTHING_CHANGED,
        "Распакуйте его и выберите документ, который в нём лежит.",
    )
