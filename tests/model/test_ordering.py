from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.ordering import key_between, keys_between, keys_in_order, rearranged, woven


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_a_key_is_found_at_any_place_of_a_list_and_keeps_the_list_in_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        index = place % (len(keys) + 1)
        before = keys[index - 1] if index else None
        after = keys[index] if index < len(keys) else None
        keys.insert(index, key_between(before, after))
    assert keys == sorted(set(keys))


@given(st.integers(0, 300))
def test_many_keys_at_once_ascend_between_their_neighbours(count: int) -> None:
    keys = keys_between("B", "C", count)
    assert len(keys) == count
    assert ["B", *keys, "C"] == sorted({"B", *keys, "C"})


def test_keys_stay_short_when_rows_are_added_at_the_end_one_by_one() -> None:
    key: str | None = None
    for _ in range(1000):
        key = key_between(key, None)
    assert key is not None
    assert len(key) < 25


def test_no_key_is_found_between_neighbours_out_of_order() -> None:
    for before, after in (("b", "a"), ("a", "a")):
        try:
            key_between(before, after)
        except ValueError:
            continue
        raise AssertionError((before, after))


ROWS = st.lists(st.sampled_from("абвгдежз"), unique=True)


@given(ROWS, ROWS)
def test_two_lists_woven_keep_the_order_of_mine_and_stay_as_they_are_a_second_time(
    mine: list[str], theirs: list[str]
) -> None:
    both = woven(mine, theirs)
    assert sorted(both) == sorted({*mine, *theirs})
    assert [one for one in both if one in mine] == mine
    assert woven(both, theirs) == both
    in_their_order = woven(rearranged(mine, theirs), theirs)
    assert [one for one in in_their_order if one in theirs] == theirs


def test_what_is_new_stands_after_what_it_follows() -> None:
    assert woven("абв", "0а1б2") == list("0а1б2в")
    assert woven("аб", "в") == list("абв")


@given(ROWS, st.lists(st.sampled_from("BFVVk"), max_size=8))
def test_keys_put_a_list_in_order_and_those_that_ascend_stay(order: list[str], known: list[str]) -> None:
    present = dict(zip(order[1::2], known, strict=False))
    keys = keys_in_order(order, present)
    found = [(present | keys)[one] for one in order]
    assert found == sorted(set(found))
    if list(present.values()) == sorted(set(present.values())):
        assert not keys.keys() & present.keys()
