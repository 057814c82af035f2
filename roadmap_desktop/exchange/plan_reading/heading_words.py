"""What the columns of plans are called, in all the usual wordings."""

import re
from typing import Final

NUMBER: Final = "number"
SECTION: Final = "section"
NAME: Final = "name"
DUE: Final = "due_text"
START: Final = "start"
END: Final = "end"
PERFORMERS: Final = "performers"
RESULT: Final = "expected_result"
STATE: Final = "state"
NOTE: Final = "note"
MARK: Final = "mark"
"""A month or a quarter that is marked in the rows which it concerns."""

_DONE = r"(реализации|(вы|ис)полнения|проведения|мероприятия)"
# Columns that look like one of ours and are none.
_OTHERS = (
    r"показател", r"индикатор", r"единиц\w* измер", r"фио", r"ф и о", r"мест[оа] ", r"место$", r"участник", r"аудитори",
    r"категори", r"объ?ем", r"финанс", r"стоимост", r"источник", r"количеств", r"приказ", r"подпись", r"должност",
    r"телефон", r"адрес", r"предмет$", r"класс$", r"форма (работы|проведения)",
    r"цел[ьи]( мероприяти\w+| проведения)?$", r"фактическ", r"достигнут",
    r"соисполнител", r"контроль\b", r"образовательн\w+ организаци\w+$", r"наименование (оо|школы|организации)$",
    r"школа$", r"оо$", r"риск(и|а|ов)?\b",
)  # fmt: skip
_RESULTS = (
    r"результат", r"вид документа", r"выход", r"продукт", r"итоговый", r"отч[её]тный", r"подтвержда",
    r"форма (завершени|отч|представлени|предъявлени)", r"подведени[ея] итог", r"что (получ|должно получ)",
)  # fmt: skip
_ACTIVITIES = (
    r"наименование", r"название", r"содержание", r"перечень", r"деятельност", r"действи", r"тематика", r"тема\b",
    r"что (сделать|делать|делаем)", r"работы?\b", r"дело", r"дела", r"шаги?\b", r"вопрос", r"задач",
)  # fmt: skip


def _having(words: tuple[str, ...]) -> str:
    """A pattern of headings in which one of the words begins."""
    return rf".*\b({'|'.join(words)}).*"


# Looked through in this order: «Срок исполнения мероприятия» is a due, «Результат мероприятия» a result.
_NAMES = (
    (NUMBER, r"(№|n|no|номер)? ?(п ?[/\\] ?п|пп|п п)|№|№ ?№|n|no|номер"),
    (NUMBER, r"(№ ?|номер )(мероприятия|пункта|строки)|пункт( плана)?"),
    (DUE, r"(срок\w*|дат[аы]|время|период)\b.*\bмест.*"),
    (PERFORMERS, r"(ответственн|исполнител).*|(отв|ответств|исп|исполн)( (лиц[оа]|исп\w*|за .*))?"),
    (PERFORMERS, r"(ф ?и ?о|должностн\w+ лиц[оа]) (ответственн|исполнител).*"),
    (RESULT, r"(.* )?(ожидаем|планируем|прогнозируем)(ый|ые) (конечн\w+ )?(результат|эффект).*"),
    (RESULT, r"результаты?\b(?!.*(фактич|достигнут|прошл)).*"),
    (STATE, r"отметк.*"),
    (NAME, r"((наименование|название|содержание|перечень) )?(основн\w+ )?мероприяти.*"),
    # «Содержание работы, результат»: what it begins with is in each of its cells.
    (NAME, r"(содержание|перечень|виды?) (работы?|деятельности|дел)\b.+"),
    ("", _having(_OTHERS)),
    (
        STATE,
        _having(
            (r"отметк", r"статус", r"состояние", r"ход (вы|ис)полнения", r"информация об? (ис|вы)полнении")
        ),
    ),
    (STATE, r"(вы|ис)полнен(ие|о)( ?[/,]? ?не ?(вы|ис)полнено)?|итог (вы|ис)полнения"),
    (NOTE, r"(примечани|комментари).*"),
    (
        PERFORMERS,
        _having(
            (
                r"ответственн",
                r"исполнител",
                r"организатор",
                r"докладчик",
                r"кто (проводит|отвечает|исполняет|готовит)",
            )
        ),
    ),
    (PERFORMERS, r"кто|за кем.*"),
    (RESULT, _having(_RESULTS)),
    (RESULT, r"(планируемый |ожидаемый )?итог\w*|эффект|документ"),
    (START, rf"((дата|срок\w*) )?начал[оа]( {_DONE})?|с|от|(срок\w*|дата) с"),
    (
        END,
        rf"((дата|срок\w*) )?(окончани[ея]|завершени[ея]|кон(ец|ца))( {_DONE})?|по|до|(срок\w*|дата) (по|до)",
    ),
    (DUE, _having((r"срок", r"дат[аы]\b", r"период", r"когда", r"время", r"месяц", r"график"))),
    (DUE, r"дедлайн|квартал|(день|дни)( недели)?( дата)?"),
    (NAME, r".*\bмероприяти.*"),
    (
        SECTION,
        r"((наименование|название) )?(раздел\w*|направлени[ея]|блок|модуль|задач[аи]|этапы?)( (плана|\w+ости|работы))?",
    ),
    (NAME, _having(_ACTIVITIES)),
)
_FIELDS = tuple((name, re.compile(pattern)) for name, pattern in _NAMES)
# Which of two columns that both name an activity is the name.
_SUREST_DUES = ("срок", "дат", "период", "когда", "месяц", "квартал", "график", "день", "дни")
_SUREST = ("мероприяти", "наименован", "назван", "содержан")
# Second lines of headings that were typed into rows of their own.
_TAIL = re.compile(
    r"п ?/ ?п|((ис|вы)полнен|исполнител|мероприяти|проведен|реализаци|результат|содержани|о? ?выполнени|деятельност).*"
    r"|лиц[оа]|краткое.*"
)


def field_named(words: str) -> str | None:
    """The field that a heading in plain small letters names; "" where it is known to name none, None for a stranger."""
    return next((name for name, pattern in _FIELDS if pattern.fullmatch(words)), None)


def is_tail(words: str) -> bool:
    """Whether the words are the second line of a heading."""
    return _TAIL.fullmatch(words) is not None


def sureness(words: str, name: str = NAME) -> int:
    """How surely a heading names the activity, or its due: the less, the surer."""
    stems = _SUREST_DUES if name == DUE else _SUREST
    return next((index for index, stem in enumerate(stems) if stem in words), len(stems))
