"""Sizes of files as people read them."""

from roadmap_desktop.model.russian import counted

_UNITS = ("КБ", "МБ", "ГБ")


def size_shown(size: int) -> str:
    """«900 байт», «240 КБ», «1,4 МБ»."""
    if size < 1024:
        return counted(size, "байт", "байта", "байт")
    value, unit = size / 1024, 0
    while value >= 1023.5 and unit < len(_UNITS) - 1:
        value, unit = value / 1024, unit + 1
    # Below ten a tenth says something; no «1,0».
    text = f"{value:.1f}".removesuffix(".0") if value < 9.95 and unit else f"{value:.0f}"
    return f"{text.replace('.', ',')} {_UNITS[unit]}"
