"""The plan itself: its activities, in their sections."""

from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.register import Group, Register

ACTIVITIES = Register(
    "activities",
    Activity,
    "Мероприятия",
    ("мероприятие", "мероприятия", "мероприятий"),
    "Добавить мероприятие",
    columns=("number", "name", "due_text", "performers", "expected_result", "state"),
    groups=(
        Group("", ("name", "due_text", "state", "completed_on", "section_id", "performers")),
        Group("", ("expected_result", "actual_result", "note")),
    ),
    named_by=("name",),
    unique_by=("name",),
    day="due_text",
    is_numbered=True,
    done=("state", "actual_result", "completed_on"),
    takes_files=True,
)
