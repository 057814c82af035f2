"""Monday to Wednesday: the first start, the plan, the calendar and the month, schools and teachers."""

from tests.ui.week_of_work.hand import Hand
from tests.ui.week_of_work.steps import PLAN, step

# The line of a month into which a new work is typed.
NEW_LINE = "+ введите день и название"


@step("Понедельник: открыть программу и сказать, кто с ней работает")
def _(hand: Hand) -> None:
    hand.fill("Ваши фамилия, имя, отчество", "Озёрская Вера Павловна")
    hand.fill("Орган управления образованием", "Отдел образования Озёрского района")
    hand.button("Сохранить")


@step("создать карту по образцу")
def _(hand: Hand) -> None:
    hand.button("Создать…")
    hand.fill("Руководитель", "Примерова Елена Сергеевна")
    hand.button("Далее…")
    hand.file(hand.folder / PLAN)
    assert hand.sees("Формирование списка школ")


@step("указать в настройках должность руководителя")
def _(hand: Hand) -> None:
    hand.menu("Файл", "Настройки…")
    hand.fill("Должность руководителя", "Начальник отдела образования")
    hand.button("Сохранить")


@step("исправить сведения о карте")
def _(hand: Hand) -> None:
    hand.menu("Файл", "Сведения о дорожной карте…")
    hand.fill("Название", "Дорожная карта Озёрского района")
    hand.button("Сохранить")


@step("добавить мероприятие")
def _(hand: Hand) -> None:
    hand.row("Формирование списка школ")
    hand.add()
    hand.type("Собеседование с директорами")


@step("указать его срок в таблице")
def _(hand: Hand) -> None:
    hand.cell("Собеседование с директорами", "Срок исполнения", "до 20 октября 2020 года")


@step("отметить выполнение")
def _(hand: Hand) -> None:
    hand.row("Формирование списка школ")
    hand.menu("Мероприятие", "Состояние", "выполнено")


@step("вписать результат в подробностях")
def _(hand: Hand) -> None:
    hand.fill("Фактический результат", "Список утверждён приказом № 12")
    hand.leave()
    assert hand.field("Примечание")


@step("назначить ответственного")
def _(hand: Hand) -> None:
    hand.cell("Собеседование с директорами", "Ответственный", "Озёрская В. П.")


@step("переставить мероприятие ниже")
def _(hand: Hand) -> None:
    hand.row("Собеседование с директорами")
    hand.menu("Мероприятие", "Ниже")


@step("создать похожее")
def _(hand: Hand) -> None:
    hand.row("Собеседование с директорами")
    hand.menu("Правка", "Создать похожее")


@step("удалить лишнее")
def _(hand: Hand) -> None:
    hand.row("Собеседование с директорами")
    hand.delete()


@step("завести раздел")
def _(hand: Hand) -> None:
    hand.menu("Справочники", "Разделы дорожной карты…")
    hand.button("Добавить")
    hand.fill("Название раздела", "Подготовка")
    hand.button("Добавить")
    hand.close()


@step("поместить в раздел два мероприятия")
def _(hand: Hand) -> None:
    hand.row("Формирование списка школ")
    hand.too("Создание рабочей группы")
    hand.menu("Мероприятие", "В раздел", "Подготовка")
    assert hand.sees("Подготовка")


@step("переименовать раздел в таблице")
def _(hand: Hand) -> None:
    hand.caption_menu("Подготовка", "Переименовать…")
    hand.fill("Название раздела", "Организационная работа")
    hand.button("Переименовать")


@step("изменить поле у выбранных")
def _(hand: Hand) -> None:
    hand.row("Формирование списка школ")
    hand.too("Создание рабочей группы")
    hand.menu("Правка", "Изменить у выбранных…")
    hand.fill("Поле", "Примечание")
    hand.fill("Примечание", "на контроле")
    hand.button("Изменить")


@step("Вторник: посмотреть просроченное")
def _(hand: Hand) -> None:
    hand.button("Просрочено")
    assert not hand.sees("Формирование списка школ")
    hand.button("Все")


@step("сгруппировать по состоянию")
def _(hand: Hand) -> None:
    hand.menu("Вид", "Группировать", "Состояние")
    assert hand.sees("выполнено")


@step("сохранить вид")
def _(hand: Hand) -> None:
    hand.menu("Вид", "Сохранённые виды", "Сохранить вид…")
    hand.fill("Название вида", "Для планёрки")
    hand.button("Сохранить")
    hand.menu("Вид", "Группировать", "Раздел")


@step("записать мероприятие на день календаря")
def _(hand: Hand) -> None:
    hand.page("Календарь")
    hand.button("Сегодня")
    hand.add()
    hand.fill("Наименование мероприятия", "Совет по качеству")
    hand.save()


@step("полистать календарь")
def _(hand: Hand) -> None:
    hand.button("›")
    assert hand.sees("Ноябрь 2020")
    hand.button("‹")


@step("запланировать дело на месяц")
def _(hand: Hand) -> None:
    hand.page("План месяца")
    hand.cell(NEW_LINE, "Дата", "8")
    hand.cell(NEW_LINE, "Что", "Выезд в лицей")


@step("и ещё одно")
def _(hand: Hand) -> None:
    hand.cell(NEW_LINE, "Дата", "9")
    hand.cell(NEW_LINE, "Что", "Сверка списков")


@step("отметить дело сделанным")
def _(hand: Hand) -> None:
    hand.row("Выезд в лицей")
    hand.mark_done()


@step("сказать, почему не выполнено другое")
def _(hand: Hand) -> None:
    hand.row("Сверка списков")
    hand.row_menu("Состояние", "не выполнено…")
    hand.fill("Почему не выполнено", "Школы не прислали списки")
    hand.button("Записать")


@step("посмотреть неделю")
def _(hand: Hand) -> None:
    hand.button("Неделя")
    assert hand.sees("Выезд в лицей")
    hand.button("Месяц")


@step("Среда: записать школу")
def _(hand: Hand) -> None:
    hand.page("Школы")
    hand.add()
    hand.fill("Краткое название", "Лицей 1")
    hand.save()


@step("записать вторую школу")
def _(hand: Hand) -> None:
    hand.add()
    hand.fill("Краткое название", "СОШ № 5")
    hand.fill("Вид", "ООШ")
    hand.save()


@step("исправить школу")
def _(hand: Hand) -> None:
    hand.open("СОШ № 5")
    hand.fill("Обучающихся", "312")
    hand.save()


@step("внести школу в список этого года")
def _(hand: Hand) -> None:
    hand.open("СОШ № 5")
    hand.tab("Результаты и проблемные зоны")
    hand.button("+ Добавить год")
    hand.fill("Основания", "ОГЭ")
    hand.save()
    hand.save()


@step("записать проблемную зону школы")
def _(hand: Hand) -> None:
    hand.open("СОШ № 5")
    hand.tab("Результаты и проблемные зоны")
    hand.button("+ Добавить проблемную зону")
    hand.fill("Проблемная зона", "Низкие результаты ОГЭ по математике")
    hand.save()
    hand.save()


@step("записать педагога")
def _(hand: Hand) -> None:
    hand.page("Педагоги")
    hand.add()
    hand.fill("Фамилия, имя, отчество", "Ильина Ольга Сергеевна")
    hand.fill("Школа", "СОШ № 5")
    hand.fill("Предметы", "математика")
    hand.save()


@step("записать похожего педагога")
def _(hand: Hand) -> None:
    hand.row("Ильина Ольга Сергеевна")
    hand.menu("Правка", "Создать похожее")
    hand.fill("Фамилия, имя, отчество", "Ильина О. С.")
    hand.save()


@step("объединить педагога, записанного дважды")
def _(hand: Hand) -> None:
    hand.row("Ильина Ольга Сергеевна")
    hand.row_menu("Объединить с…")
    hand.fill("Какая запись исчезнет", "Ильина О. С.")
    hand.button("Объединить")
    assert not hand.sees("Ильина О. С.")


@step("заполнить лист самооценки")
def _(hand: Hand) -> None:
    hand.row("Ильина Ольга Сергеевна")
    hand.row_menu("Заполнить самооценку…")
    hand.score("243")
    hand.save()


@step("записать дефициты по самооценке")
def _(hand: Hand) -> None:
    hand.row("Ильина Ольга Сергеевна")
    hand.button("Дефициты по самооценке")


@step("создать план развития")
def _(hand: Hand) -> None:
    hand.row("Ильина Ольга Сергеевна")
    hand.button("Создать планы развития…")
    hand.fill("Наставник", "Озёрская В. П.")
    hand.button("Создать")


@step("отметить шаг плана развития")
def _(hand: Hand) -> None:
    hand.page("Планы развития")
    hand.open("Ильина Ольга Сергеевна")
    hand.tab("Шаги")
    hand.button("+ Добавить шаг")
    hand.fill("Что делается", "Открытый урок")
    hand.save()
    hand.save()


@step("записать партнёра школы")
def _(hand: Hand) -> None:
    hand.page("Сетевое партнёрство")
    hand.add()
    hand.fill("Школа", "СОШ № 5")
    hand.fill("Школа-партнёр", "Лицей 1")
    hand.fill("Направления помощи", "методическая")
    hand.save()


@step("записать договор")
def _(hand: Hand) -> None:
    hand.page("Договоры")
    hand.add()
    hand.fill("Номер", "7")
    hand.fill("Дата", "05.10.2020")
    hand.fill("Школа", "СОШ № 5")
    hand.fill("Школа-партнёр", "Лицей 1")
    hand.save()
