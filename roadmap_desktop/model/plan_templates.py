"""Sets of typical steps from which plans of development are made; all of it is data, which the methodist edits in the
plan afterwards."""

from typing import NamedTuple

from roadmap_desktop.model.registers.plans import StepForm
from roadmap_desktop.model.registers.teachers import Competence


class StepDraft(NamedTuple):
    """A step before it belongs to a plan; ``due`` is a wording, read by the plan's school year."""

    name: str
    form: StepForm
    due: str
    hours: int
    result: str = ""


class PlanTemplate(NamedTuple):
    """``title`` is what it is chosen by."""

    title: str
    goal: str
    steps: tuple[StepDraft, ...]


# What every plan has: the beginning and the end.
BEGINNING = StepDraft(
    "Самодиагностика, постановка цели", StepForm.EXAM, "сентябрь – октябрь", 2, "Цель и план согласованы"
)
ENDING = (
    StepDraft("Открытый урок по итогам работы", StepForm.LESSON, "март – апрель", 2, "Анализ урока"),
    StepDraft(
        "Повторная диагностика, рефлексия", StepForm.EXAM, "май", 2, "Видно, какие дефициты восполнены"
    ),
)

# How a deficit of a competence is usually worked on.
STEP_FOR = {
    Competence.SUBJECT: StepDraft("Курсы по предмету", StepForm.COURSE, "октябрь – ноябрь", 36),
    Competence.METHODICAL: StepDraft(
        "Посещение уроков наставника и разбор", StepForm.MENTOR, "ежемесячно", 8
    ),
    Competence.PSYCHOLOGICAL: StepDraft(
        "Семинар по работе с неуспевающими", StepForm.SEMINAR, "ноябрь – декабрь", 8
    ),
    Competence.COMMUNICATIVE: StepDraft(
        "Изучение методических рекомендаций", StepForm.SELF, "в течение года", 6
    ),
}
GOAL_OF_DEFICITS = "Восполнить профессиональные дефициты"

TEMPLATES = (
    PlanTemplate("Общий", "Повысить качество преподавания", (BEGINNING, *ENDING)),
    PlanTemplate(
        "Подготовка к ОГЭ и ЕГЭ",
        "Повысить результаты обучающихся на государственной итоговой аттестации",
        (
            BEGINNING,
            StepDraft(
                "Курсы по методике подготовки к экзамену",
                StepForm.COURSE,
                "октябрь – ноябрь",
                36,
                "Удостоверение",
            ),
            StepDraft(
                "Решение и разбор заданий повышенной сложности",
                StepForm.SELF,
                "в течение года",
                18,
                "Банк заданий",
            ),
            StepDraft(
                "Практикум в школе-партнёре", StepForm.INTERNSHIP, "январь – февраль", 8, "Разработки уроков"
            ),
            *ENDING,
        ),
    ),
    PlanTemplate(
        "Работа с неуспевающими",
        "Освоить приёмы работы с обучающимися, которым трудно учиться",
        (
            BEGINNING,
            StepDraft(
                "Семинар о причинах учебной неуспешности", StepForm.SEMINAR, "октябрь", 6, "Карта причин"
            ),
            StepDraft(
                "Индивидуальные маршруты для неуспевающих",
                StepForm.SELF,
                "ноябрь – декабрь",
                12,
                "Маршруты готовы",
            ),
            StepDraft(
                "Уроки под наблюдением наставника", StepForm.MENTOR, "ежемесячно", 8, "Листы наблюдения"
            ),
            *ENDING,
        ),
    ),
    PlanTemplate(
        "Объективное оценивание",
        "Освоить формирующее и критериальное оценивание",
        (
            BEGINNING,
            StepDraft("Курсы по оцениванию", StepForm.COURSE, "октябрь – ноябрь", 24, "Удостоверение"),
            StepDraft(
                "Перекрёстная проверка работ с партнёром", StepForm.MENTOR, "раз в квартал", 8, "Протоколы"
            ),
            *ENDING,
        ),
    ),
    PlanTemplate(
        "Молодой педагог",
        "Войти в профессию с поддержкой наставника",
        (
            BEGINNING,
            StepDraft("Встречи с наставником", StepForm.MENTOR, "еженедельно", 34, "Дневник наставничества"),
            StepDraft(
                "Посещение уроков опытных коллег", StepForm.LESSON, "ежемесячно", 9, "Записи об уроках"
            ),
            StepDraft("Школа молодого педагога", StepForm.SEMINAR, "в течение года", 12, "Портфолио"),
            *ENDING,
        ),
    ),
)
