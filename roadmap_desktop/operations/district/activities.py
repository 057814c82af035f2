"""How far the district's roadmap has come by the middle of the year."""

from roadmap_desktop.model.activity import State
from roadmap_desktop.operations.district.made import District

# Number, month and day, what came of it.
_DONE = (
    (1, 9, 10, "Утверждён список из восьми школ"),
    (2, 9, 17, "Приказ о создании рабочей группы"),
    (4, 9, 18, "Муниципальный план утверждён приказом"),
    (5, 9, 25, "План скорректирован"),
    (6, 9, 24, "Приказ об утверждении списка сетевого партнёрства"),
    (7, 10, 15, "Работают шесть методических объединений"),
    (12, 10, 22, "Приняты решения рабочей группы"),
    (13, 10, 30, "Аналитическая справка"),
)
_IN_WORK = (3, 8, 10, 14, 19, 20, 23)


def fill_activities(district: District) -> None:
    """States of the activities: most of the autumn is done, some is late, the spring is ahead."""
    for number, month, day, result in _DONE:
        activity = district.activities[number - 1]
        activity.state, activity.actual_result = State.DONE, result
        activity.completed_on = district.day(month, day)
    for number in _IN_WORK:
        district.activities[number - 1].state = State.IN_WORK
