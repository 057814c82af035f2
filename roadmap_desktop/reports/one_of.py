"""Papers that can be about a record of one of several registers, or of none: an empty form."""

from collections.abc import Mapping

from roadmap_desktop.errors import NOTHING_PRINTED, UserError
from roadmap_desktop.reports.report import Parameter, ParameterKind

EMPTY_FORM = "пустой бланк"


def one_of(name: str, title: str, example: str, register: str) -> Parameter:
    """The parameter that takes a record of that register; without any there is the empty form."""
    return Parameter(name, title, example, ParameterKind.RECORD, register=register, none=EMPTY_FORM)


def chosen_one(parameters: Mapping[Parameter, str | None]) -> tuple[str, str] | None:
    """The name of the parameter that has a record, and its key; None where none has. Raises UserError for several."""
    chosen = {parameter: key for parameter, key in parameters.items() if key}
    if len(chosen) > 1:
        words = " и ".join(parameter.title for parameter in chosen)
        raise UserError(f"Выбрано несколько: {words}.", NOTHING_PRINTED, "Оставьте что-нибудь одно.")
    return next(((parameter.name, key) for parameter, key in chosen.items()), None)
