"""The program in the menu of a Linux desktop: named as options, for no file is named with them."""

from roadmap_desktop.cli.command import command
from roadmap_desktop.cli.output import shown


@command("--install-desktop", "поставить ярлык в меню и открывать файлы .roadmap двойным щелчком (Linux)")
def install() -> str:
    """Installs the menu entry, the icons and the file type for this user."""
    from roadmap_desktop.operations import desktop

    entry = desktop.install()
    return f"Программа есть в меню, файлы .roadmap открываются двойным щелчком. Ярлык: {shown(entry)}"


@command("--remove-desktop", "убрать ярлык и связь с файлами .roadmap; сами файлы остаются")
def remove() -> str:
    """Removes them."""
    from roadmap_desktop.operations import desktop

    if desktop.remove():
        return "Ярлык и связь с файлами .roadmap убраны. Сами файлы на месте."
    return "Ярлыка и не было."
