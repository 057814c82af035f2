"""How a teacher stands at the head of a document and in its lists."""

from collections.abc import Iterable, Iterator

from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import Block, FillIn
from roadmap_desktop.reports.columns import computed
from roadmap_desktop.reports.lists import full_name
from roadmap_desktop.reports.source import Entry, Source


def teacher_lines(source: Source, teacher: Entry | None) -> Iterator[Block]:
    """Name, school, post and subjects, category, years of service: what is known of the teacher, lines to write on for
    the rest."""
    values = teacher.values if teacher else {}
    years = values.get("years")
    yield FillIn("Фамилия, имя, отчество", values.get("name", ""))
    yield FillIn("Образовательная организация", school_of(source, teacher), lines=1 if teacher else 2)
    yield FillIn("Должность, преподаваемые предметы", work_of(teacher) if teacher else "")
    yield FillIn("Квалификационная категория", str(values.get("category", "")))
    yield FillIn("Педагогический стаж", "" if years is None else counted(years, "год", "года", "лет"))


def work_of(teacher: Entry) -> str:
    """«учитель, математика»: the post and what is taught, as far as they are known."""
    return ", ".join(filter(None, (teacher.values["position"], teacher.values["subjects"])))


WORK = computed("Должность, предмет", 50, work_of)


def school_of(source: Source, teacher: Entry | None) -> str:
    """The full name of the teacher's school, else the short one."""
    key = teacher.values["school_id"] if teacher else None
    for school in source.entries("schools"):
        if school.id == key:
            return full_name(school)
    return ""


def titled(title: str, teacher: Entry) -> str:
    """The title with the teacher's name, for the file; a copy without personal data has none."""
    return f"{title}: {teacher.name}" if teacher.name else title


def by_school_and_name(teachers: Iterable[Entry]) -> list[Entry]:
    """Teachers by schools, «СОШ № 2» before «СОШ № 10», within a school by surname."""
    return sorted(teachers, key=lambda one: (as_counted(one.texts["school_id"]), as_counted(one.name)))
