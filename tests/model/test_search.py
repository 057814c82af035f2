"""How people sort and search: by words and by numbers, whatever was typed."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.search import as_counted, folded, words
from tests.hostile_texts import hostile_texts

NUMBERS = st.integers(min_value=0) | st.integers(10**4999, 10**5001)


def digits(number: int) -> str:
    """Python itself refuses to write a number of more than 4,300 digits."""
    high, low = divmod(number, 10**3000)
    return f"{high}{low:03000}" if high else str(low)


def test_schools_stand_as_people_count_them() -> None:
    names = ["Школа 10", "Школа 2", "Школа", "школа 02", "Школа 2 корпус 11", "Школа 2 корпус 3"]
    assert sorted(names, key=as_counted) == [
        "Школа",
        "Школа 2",
        "школа 02",
        "Школа 2 корпус 3",
        "Школа 2 корпус 11",
        "Школа 10",
    ]


def test_a_number_sign_counts_alike_however_it_is_typed() -> None:
    names = ["СОШ № 10", "СОШ №2", "СОШ №\u00a03", "СОШ  № 1", "СОШ №11", "СОШ\u00a0№\u202f4"]
    assert [name.split()[-1].strip("№") for name in sorted(names, key=as_counted)] == [
        "1",
        "2",
        "3",
        "4",
        "10",
        "11",
    ]
    assert as_counted("СОШ №2") == as_counted("СОШ № 2") == as_counted("СОШ №\u00a02")


@given(st.lists(NUMBERS))
def test_numbers_of_any_length_stand_by_their_size(numbers: list[int]) -> None:
    assert sorted(map(digits, numbers), key=as_counted) == list(map(digits, sorted(numbers)))


@given(st.lists(hostile_texts))
def test_any_texts_can_be_sorted_and_searched(texts: list[str]) -> None:
    assert len(sorted(texts, key=as_counted)) == len(texts)
    assert all(folded(word) == word for text in texts for word in words(text))
