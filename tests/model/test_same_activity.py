"""Which activities of different files are one: by key in copies, by name in files made separately."""

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.digest import ActivityLine, Entry, Mark, Progress
from roadmap_desktop.model.same_activity import Named, matched, paired
from roadmap_desktop.model.standing import Standing


def entry(key: str, name: str, state: State = State.PLANNED) -> Entry:
    done = int(state is State.DONE)
    return Entry(key, name, Mark(Standing(state, 0), None), Progress(done=done, planned=1 - done))


def places(line: ActivityLine) -> list[int]:
    return [place for place, mark in enumerate(line.marks) if mark is not None]


def test_a_copy_that_renamed_an_activity_still_has_it() -> None:
    [line] = matched([[entry("1", "Семинар")], [entry("1", "Семинар для директоров", State.DONE)]])
    assert (line.name, places(line)) == ("Семинар", [0, 1])
    assert (line.progress.activities, line.progress.done) == (2, 1)


def test_files_made_separately_are_matched_by_words_alone() -> None:
    files = [
        [entry("1", "Совещание с директорами «ОО»:\nитоги")],
        [entry("2", " совещание  с директорами ОО — Итоги. ")],
    ]
    [line] = matched(files)
    assert places(line) == [0, 1]


def test_two_of_one_name_in_a_file_stay_two() -> None:
    lines = matched(
        [[entry("1", "Семинар"), entry("2", "Семинар")], [entry("3", "Семинар"), entry("4", "Семинар")]]
    )
    assert [places(line) for line in lines] == [[0, 1], [0, 1]]


def test_a_stranger_finds_an_activity_by_the_name_it_has_in_any_copy() -> None:
    lines = matched([[entry("1", "Старое")], [entry("1", "Новое")], [entry("9", "новое")]])
    assert [places(line) for line in lines] == [[0, 1, 2]]


def test_activities_without_a_name_are_not_taken_for_one() -> None:
    assert len(matched([[entry("1", "")], [entry("2", " … ")]])) == 2


FILES = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["А", "Б", "В", ""]), max_size=5), max_size=5
)


@settings(max_examples=60, deadline=None)
@given(FILES)
def test_every_activity_of_every_file_stands_in_one_line(files: list[dict[str, str]]) -> None:
    lines = matched([[entry(key, name) for key, name in file.items()] for file in files])
    assert all(len(line.marks) == len(files) for line in lines)
    for place, file in enumerate(files):
        assert sum(line.marks[place] is not None for line in lines) == len(file)
    assert sum(line.progress.activities for line in lines) == sum(map(len, files))
    keys = {key for file in files for key in file}
    assert len(lines) <= len(keys)


def pairs(rows: list[tuple[str, str]], known: list[tuple[str, str]]) -> list[int | None]:
    return paired([Named(*row) for row in rows], [Named(*row) for row in known])


def test_a_row_is_known_by_its_name_also_when_rows_above_it_were_struck_out() -> None:
    known = [("1", "Список школ"), ("2", "Рабочая группа"), ("3", "Семинар")]
    assert pairs([("1.", "Рабочая группа"), ("2.", "«Семинар»")], known) == [1, 2]


def test_of_two_of_one_name_the_number_tells_which_it_is() -> None:
    known = [("1", "Совещание с директорами"), ("2", "Совещание с директорами")]
    assert pairs([("2", "Совещание с директорами")], known) == [1]
    assert pairs([("", "Совещание с директорами"), ("", "Совещание с директорами")], known) == [0, 1]


def test_a_reworded_row_is_known_by_its_number_and_another_one_of_that_number_is_new() -> None:
    known = [("1", "Проведение семинара для учителей"), ("2", "Анализ итогов")]
    assert pairs([("1", "Проведение семинара для учителей математики")], known) == [0]
    assert pairs([("2", "Выездные консультации в школах")], known) == [None]
    assert pairs([("", ""), ("", "")], [("", "")]) == [None, None]
