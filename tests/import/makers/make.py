"""Writes the documents of ``tests/import/documents``, each with its true rows beside it.

They are checked in: run it after a change here, with the names of the makers to run, and look at what changed. Those
that LibreOffice and poppler write need ``soffice`` and ``pdftotext``, those of odfpy that library, which is no part of
the locked environment.
"""

import sys
from importlib import import_module

MAKERS = (
    "word_by_python_docx",
    "word_by_hand",
    "open_document_by_hand",
    "open_document_by_odfpy",
    "workbooks",
    "printed",
    "texts",
    "pages",
    "other_hand_word",
    "other_hand_tables",
    "other_hand_more",
    "office_habits",
    "by_libreoffice",
)


def main(names: list[str]) -> None:
    """Runs the makers of these names, or all."""
    for name in names or MAKERS:
        import_module(name).make()


if __name__ == "__main__":
    main(sys.argv[1:])
