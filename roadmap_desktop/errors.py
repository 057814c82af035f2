"""The errors that the user can meet in ordinary work, and how they are worded.

Everything else that is raised is a bug and is shown by one dialog (``ui``) or one line (``cli``) with the log's place.
"""

from typing import Final, Self

# What is safe although the work was refused.
NOTHING_CHANGED: Final = "Ничего не изменено."
NOTHING_WRITTEN: Final = "Ничего не записано."
NOTHING_PRINTED: Final = "Ничего не напечатано."
NOTHING_SAVED: Final = "Ничего не сохранено."
FILE_UNCHANGED: Final = "Файл не изменён."
IT_IS_UNCHANGED: Final = "Он не изменён."
FILE_UNCHANGED_AND_CLOSED: Final = "Файл не изменён и не открыт."
UNCHANGED_AND_CLOSED: Final = "Он не изменён и не открыт."
ROADMAP_IS_SAFE: Final = "Дорожная карта цела."
SAVED_IS_SAFE: Final = "Всё сохранённое раньше цело."


class UserError(Exception):
    """A situation the program expects, in Russian sentences: ``reason`` is what happened, ``outcome`` what is safe,
    ``advice`` what to do; each may be empty. ``str(error)`` is all of it."""

    def __init__(self, reason: str, outcome: str = "", advice: str = "") -> None:
        super().__init__(reason, outcome, advice)
        self.reason, self.outcome, self.advice = reason, outcome, advice

    def __str__(self) -> str:
        return _sentences(self.reason, self.outcome, self.advice)

    @property
    def hint(self) -> str:
        """What is said where the mistake was made and nothing can be lost: without the outcome."""
        return _sentences(self.reason, self.advice)

    def about(self, subject: str) -> Self:
        """Tells it of a field, a file or whatever the reason does not name («Срок исполнения: …»); returns itself."""
        self.reason = f"{subject}: {self.reason}"
        return self


class Cancelled(Exception):
    """The one who asked for slow work no longer wants it; nothing of it was written."""


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)
