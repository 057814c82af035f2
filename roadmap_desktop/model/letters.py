"""Letters as they are kept: «й» is one sign, also where another program wrote it as «и» and a breve."""

from unicodedata import normalize


def composed(text: str) -> str:
    """The text with letters and their accents put together (Unicode's NFC). What a Mac names its files by, and some
    PDF gives to the clipboard, looks the same and is not equal, nor found."""
    return normalize("NFC", text)


def one_line(text: str) -> str:
    """The text in one line, with single spaces."""
    return " ".join(text.split())
