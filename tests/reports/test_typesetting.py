"""What Russian print keeps together, in every kind of file alike."""

import pytest

from roadmap_desktop.reports.typesetting import NO_BREAK, NO_BREAK_HYPHEN, PERSON, typeset


def shown(text: str) -> str:
    return typeset(text).replace(NO_BREAK, "~").replace(NO_BREAK_HYPHEN, "=")


@pytest.mark.parametrize(
    ("text", "set_text"),
    [
        ("СОШ № 5", "СОШ №~5"),
        ("№ п/п", "№ п/п"),
        ("приказ от 10.09.2020 г. № 01-10/142-2", "приказ от 10.09.2020~г. №~01=10/142=2"),
        ("закон 273-ФЗ, рекомендации Р-201", "закон 273=ФЗ, рекомендации Р=201"),
        ("п. 5 ст. 112, каб. 3", "п.~5 ст.~112, каб.~3"),
        ("директор А. А. Образцова", "директор А.~А.~Образцова"),
        ("Директор А. А. Образцова", "Директор А.~А.~Образцова"),
        ("Образцова А. А., Примеров Б. Б.", "Образцова~А.~А., Примеров~Б.~Б."),
        ("Образцова А.А.", "Образцова~А.А."),
        ("работа МКУ «ЦМТО» и школ", "работа МКУ~«ЦМТО» и школ"),
        ("38 % и 12 чел.", "38~% и 12~чел."),
        ("и т. д.", "и т.~д."),
        ("https://sosh-1-2.example/5-6", "https://sosh-1-2.example/5-6"),
        ("учителей-предметников", "учителей-предметников"),
    ],
)
def test_what_belongs_together_is_kept(text: str, set_text: str) -> None:
    assert shown(text) == set_text


@pytest.mark.parametrize(
    ("text", "set_text"),
    [
        ("Срок: декабрь 2020 г..", "Срок: декабрь 2020~г."),
        ("Журналы, отчёты и т. д..", "Журналы, отчёты и т.~д."),
        ("Ответственный: Образцова А. А..", "Ответственный: Образцова~А.~А."),
        ("Продолжение следует...", "Продолжение следует..."),
        ("с 2020 г...", "с 2020~г..."),
        ("вот.. и всё", "вот.. и всё"),
    ],
)
def test_a_sentence_has_one_full_stop(text: str, set_text: str) -> None:
    assert shown(text) == set_text


def test_what_is_set_once_is_not_set_again() -> None:
    text = typeset("Образцова А. А., № 5, 273-ФЗ, 2020 г.., МКУ «ЦМТО» – 38 %")
    assert typeset(text) == text


@pytest.mark.parametrize("name", ["Образцова А. А.", "А. А. Образцова", "Образцова Анна Андреевна"])
def test_a_name_is_told_from_words(name: str) -> None:
    assert PERSON.search(typeset(f"Отвечает {name}, методист"))
    assert not PERSON.search(typeset("Отдел образования, МКУ «ЦМТО», п. 5"))
