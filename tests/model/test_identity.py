import uuid

from roadmap_desktop.model.identity import link_id, new_id


def test_a_new_key_is_a_uuid_of_version_7_that_sorts_by_time() -> None:
    keys = [new_id() for _ in range(50)]
    assert {uuid.UUID(key).version for key in keys} == {7}
    assert {uuid.UUID(key).variant for key in keys} == {uuid.RFC_4122}
    assert len(set(keys)) == 50
    assert keys[0][:8] <= keys[-1][:8]


def test_the_same_link_made_twice_has_one_key_and_another_link_another() -> None:
    assert link_id("activity_performer", "a", "b") == link_id("activity_performer", "a", "b")
    assert link_id("activity_performer", "a", "b") != link_id("activity_performer", "b", "a")


def test_what_is_made_at_once_keeps_its_order() -> None:
    made = [new_id() for _ in range(500)]
    assert made == sorted(made)
    assert len(set(made)) == 500
