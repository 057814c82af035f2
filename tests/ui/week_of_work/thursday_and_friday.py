"""Thursday and Friday: meetings and courses, then all that is done with the whole file."""

from tests.ui.copies import note
from tests.ui.week_of_work.hand import Hand
from tests.ui.week_of_work.steps import PLAN, step


@step("Четверг: записать совещание")
def _(hand: Hand) -> None:
    hand.page("Совещания")
    hand.add()
    hand.fill("Тема", "О ходе выполнения дорожной карты")
    hand.fill("Дата", "08.10.2020")
    hand.save()


@step("записать вопрос повестки")
def _(hand: Hand) -> None:
    hand.open("О ходе выполнения")
    hand.tab("Повестка")
    hand.button("+ Добавить вопрос")
    hand.fill("Вопрос", "Итоги мониторинга")
    hand.fill("Докладчик", "Озёрская В. П.")
    hand.save()
    hand.save()


@step("записать решение")
def _(hand: Hand) -> None:
    hand.open("О ходе выполнения")
    hand.tab("Решения")
    hand.button("+ Добавить решение")
    hand.fill("Решение", "Представить планы развития")
    hand.fill("Срок", "до 30 октября 2020 года")
    hand.save()
    hand.save()


@step("записать приказ")
def _(hand: Hand) -> None:
    hand.page("Документы")
    hand.add()
    hand.fill("Название", "Об утверждении дорожной карты")
    hand.fill("Номер", "112")
    hand.fill("Дата", "01.10.2020")
    hand.save()


@step("записать курсы")
def _(hand: Hand) -> None:
    hand.page("Курсы")
    hand.add()
    hand.fill("Программа", "Подготовка к ОГЭ по математике")
    hand.fill("Часов", "72")
    hand.save()


@step("отметить участников курсов списком")
def _(hand: Hand) -> None:
    hand.row("Подготовка к ОГЭ")
    hand.row_menu("Участники списком…")
    hand.button("Отметить показанных")
    hand.save()


@step("записать адресную помощь")
def _(hand: Hand) -> None:
    hand.page("Адресная помощь")
    hand.add()
    hand.fill("Тьютор, консультант", "Озёрская В. П.")
    hand.fill("Школа", "СОШ № 5")
    hand.fill("Тема", "Анализ ошибок")
    hand.save()


@step("записать выезд")
def _(hand: Hand) -> None:
    hand.open("Анализ ошибок")
    hand.tab("Журнал")
    hand.button("+ Добавить запись")
    hand.fill("Дата", "09.10.2020")
    hand.fill("Содержание", "Разбор заданий")
    hand.save()
    hand.save()


@step("отметить выполнение по школам")
def _(hand: Hand) -> None:
    hand.page("По школам")
    hand.square(3, "СОШ № 5")
    hand.fill("Документ", "Справка № 3")
    hand.save()


@step("поправить дело в его таблице")
def _(hand: Hand) -> None:
    hand.page("Дела")
    hand.cell("Выезд в лицей", "Что", "Выезд в лицей 1")


@step("назвать исполнителя иначе")
def _(hand: Hand) -> None:
    hand.menu("Справочники", "Исполнители…")
    hand.row("Озёрская В. П.")
    hand.button("Переименовать")
    hand.type("Озёрская Вера Павловна")
    hand.close()


@step("Пятница: найти и заменить во всём файле")
def _(hand: Hand) -> None:
    hand.menu("Правка", "Найти и заменить…")
    hand.fill("Найти", "лицей")
    hand.fill("Заменить на", "лицее")
    hand.fill("Где искать", "во всём файле")
    hand.wait(lambda: hand.sees("Заменить: "))
    hand.button("Снять отметки")
    hand.close()


@step("вернуть прежнее значение из истории")
def _(hand: Hand) -> None:
    hand.page("История")
    hand.row("Обучающихся")
    hand.row_menu("Вернуть прежнее значение")


@step("отменить и повторить")
def _(hand: Hand) -> None:
    hand.undo()
    hand.redo()
    hand.undo()


@step("найти на странице")
def _(hand: Hand) -> None:
    hand.page("Таблица")
    hand.search("рабочей группы")
    assert not hand.sees("Собеседование")
    hand.search("")


@step("найти по всей карте")
def _(hand: Hand) -> None:
    hand.menu("Правка", "Найти везде…")
    hand.fill("Что найти", "мониторинга")
    hand.hit("Итоги мониторинга")
    assert hand.sees("Вопрос")
    hand.close()


@step("посмотреть печать месяца и сохранить её в PDF")
def _(hand: Hand) -> None:
    hand.menu("Отчёты", "Печать месяца…")
    hand.button("PDF…")
    hand.file(hand.folder / "Октябрь.pdf")
    assert (hand.folder / "Октябрь.pdf").read_bytes().startswith(b"%PDF")
    hand.close()


@step("утвердить редакцию")
def _(hand: Hand) -> None:
    hand.menu("Файл", "Редакции…")
    hand.button("Утвердить редакцию…")
    hand.fill("Название", "Исходная")
    hand.button("Утвердить")
    hand.close()


@step("сделать резервную копию")
def _(hand: Hand) -> None:
    hand.menu("Файл", "Сделать резервную копию сейчас")


@step("сохранить копию для коллеги")
def _(hand: Hand) -> None:
    hand.menu("Файл", "Сохранить копию…")
    hand.button("Сохранить…")
    hand.file(hand.folder / "Коллега.roadmap")
    hand.close()
    note(hand.folder / "Коллега.roadmap", 4, "уточнить у директоров")


@step("объединить с копией коллеги")
def _(hand: Hand) -> None:
    hand.menu("Файл", "Объединить с копией…")
    hand.file(hand.folder / "Коллега.roadmap")
    hand.button("Объединить")
    hand.close()


@step("закрыть файл и открыть его из недавних")
def _(hand: Hand) -> None:
    hand.menu("Файл", "Закрыть файл")
    hand.menu("Файл", "Недавние", str(hand.folder / PLAN))
    assert hand.sees("Организационная работа")


@step("выйти")
def _(hand: Hand) -> None:
    hand.menu("Файл", "Выход")
    assert not hand.window.isVisible()
