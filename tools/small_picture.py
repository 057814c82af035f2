"""Pictures of windows as small files: they have few colours."""

from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QWidget

_COLOURS = 256


def save_small(widget: QWidget, path: Path) -> None:
    """Saves what a widget shows with as few colours as the eye needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(path))
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(
            _COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
    small.save(path, optimize=True)
