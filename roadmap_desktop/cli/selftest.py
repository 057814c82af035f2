"""The program tries itself."""

from roadmap_desktop.cli.command import command
from roadmap_desktop.cli.output import say


@command("selftest", "проверить, всё ли в этой установке работает; ваши файлы не затрагиваются")
def _selftest() -> str:
    from roadmap_desktop.operations.selftest import selftest

    selftest(say)
    return "Всё в порядке."
