import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.performer_list import last_name_start, split_performers


@pytest.mark.parametrize(
    ("text", "performers"),
    [
        ("ОО, МКУ «ЦМТО»; Иванов\nПетров", ["ОО", "МКУ «ЦМТО»", "Иванов", "Петров"]),
        ("МКУ «Центр, школа», Иванов", ["МКУ «Центр, школа»", "Иванов"]),
        ("Иванов (ОО, отдел), Петров", ["Иванов (ОО, отдел)", "Петров"]),
        ('МБОУ "Школа № 1, корпус 2", Иванов', ['МБОУ "Школа № 1, корпус 2"', "Иванов"]),
        ("МБОУ “Школа № 1, корпус 2”, Иванов", ["МБОУ “Школа № 1, корпус 2”", "Иванов"]),
        ("МБОУ „Школа № 1, корпус 2“, Иванов", ["МБОУ „Школа № 1, корпус 2“", "Иванов"]),
        ("МБОУ „Школа № 1, корпус 2”, Иванов", ["МБОУ „Школа № 1, корпус 2”", "Иванов"]),
        ('"Школа, корпус 1","Школа, корпус 2"', ['"Школа, корпус 1"', '"Школа, корпус 2"']),
        ('"МБОУ "Радуга, 2"", Иванов', ['"МБОУ "Радуга, 2""', "Иванов"]),
        ('МКУ «Центр "А, б"; в», Иванов', ['МКУ «Центр "А, б"; в»', "Иванов"]),
        ('МБОУ "Школа\nРадуга", Иванов', ['МБОУ "Школа Радуга"', "Иванов"]),
        ('МБОУ "Школа, Иванов', ['МБОУ "Школа', "Иванов"]),
        ("МКУ «Центр, Иванов", ["МКУ «Центр", "Иванов"]),
        ("1), (ОО, отдел), Иванов", ["1)", "(ОО, отдел)", "Иванов"]),
        ('экран 5", Иванов', ['экран 5"', "Иванов"]),
        (" , ;\n", []),
    ],
)
def test_commas_inside_quotes_and_brackets_do_not_separate(text: str, performers: list[str]) -> None:
    assert split_performers(text) == performers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Иванов, Пет", " Пет"),
        ('Иванов, МБОУ "Школа № 1, кор', ' МБОУ "Школа № 1, кор'),
        ("Иванов", "Иванов"),
    ],
)
def test_the_name_being_typed_may_have_its_quotes_still_open(text: str, name: str) -> None:
    assert text[last_name_start(text) :] == name


@given(st.text('аб ,;\n«»"“”„()'))
def test_no_letter_of_a_list_is_lost(text: str) -> None:
    letters = [character for character in text if character in "аб"]
    assert [
        character for name in split_performers(text) for character in name if character in "аб"
    ] == letters
