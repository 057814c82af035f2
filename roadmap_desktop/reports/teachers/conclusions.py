"""What the analytical note on deficits says in words; every number in it is counted."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.deficit_counts import CLOSED, DeficitTally, Diagnosed, by_schools
from roadmap_desktop.model.russian import counted, plural
from roadmap_desktop.model.shares import per_cent, share
from roadmap_desktop.reports.source import Source

_MOST_NAMED = 3


def summary(whole: DeficitTally, schools: int) -> str:
    """«В диагностике участвовали 60 педагогов из 12 школ. …»."""
    took_part = plural(whole.teachers, "участвовал", "участвовали", "участвовали")
    people = counted(whole.teachers, "педагог", "педагога", "педагогов")
    places = f" из {counted(schools, 'школы', 'школ', 'школ')}" if schools else ""
    told = f"В диагностике {took_part} {people}{places}."
    if not whole.total:
        return f"{told} Профессиональных дефицитов не выявлено."
    parts = ", ".join(
        f"{COMPETENCES[competence].of_many} — {count} ({_of(count, whole.total)})"
        for competence, count in whole.counts.items()
        if count
    )
    lacking = counted(whole.lacking, "педагога", "педагогов", "педагогов")
    closed = f" Из них устранено: {whole.closed}." if whole.closed else ""
    have = (
        f" Неустранённые дефициты есть у {lacking} ({per_cent(whole.share or 0)})." if whole.lacking else ""
    )
    return f"{told} {_found(whole.total)}: {parts}.{closed}{have}"


def _found(total: int) -> str:
    verb = plural(total, "Выявлен", "Выявлены", "Выявлено")
    return f"{verb} {counted(total, 'дефицит', 'дефицита', 'дефицитов')}"


def conclusions(source: Source, teachers: Sequence[Diagnosed], whole: DeficitTally) -> Iterator[str]:
    """Sentences, each of which stands only where the data say it."""
    if not whole.total:
        yield "Меры по восполнению дефицитов не требуются."
        return
    if whole.total > 1:
        yield _most_frequent(whole)
    yield from _hardest_schools(by_schools(teachers))
    yield from _plans(source, teachers, whole.total)


def _most_frequent(whole: DeficitTally) -> str:
    most = max(whole.counts.values())
    names = [
        COMPETENCES[competence].many.lower() for competence, count in whole.counts.items() if count == most
    ]
    if len(names) == 1 and most == whole.total:
        return f"Все выявленные дефициты — {names[0]}."
    each = "по " if len(names) > 1 else ""
    return f"Преобладают {_joined(names)} дефициты — {each}{_of(most, whole.total)} всех выявленных."


def _hardest_schools(tallies: Sequence[DeficitTally]) -> Iterator[str]:
    lacking = [one for one in tallies if one.lacking]
    if len(tallies) < 2 or not lacking:
        return
    most = max(one.share or 0 for one in lacking)
    names = [one.name for one in lacking if one.share == most]
    if len(names) > _MOST_NAMED:
        return
    yield (
        f"Наибольшая доля педагогов с неустранёнными дефицитами — {_joined(names)} ({per_cent(most)}): "
        f"{'этой школе' if len(names) == 1 else 'этим школам'} адресная помощь нужна в первую очередь."
    )


def _plans(source: Source, teachers: Sequence[Diagnosed], found: int) -> Iterator[str]:
    lacking = [one.key for one in teachers if any(state != CLOSED for _, state in one.deficits)]
    if not lacking:
        yield "Выявленный дефицит устранён." if found == 1 else "Все выявленные дефициты устранены."
        return
    planned = {one.values["teacher_id"] for one in source.entries("plans")}
    without = sum(key not in planned for key in lacking)
    with_plan = len(lacking) - without
    if len(lacking) == 1:
        yield (
            "Индивидуальный план профессионального развития у педагога с неустранёнными дефицитами есть."
            if with_plan
            else "Для педагога с неустранёнными дефицитами необходимо разработать индивидуальный план "
            "профессионального развития: пока его нет."
        )
        return
    if not without:
        yield "Индивидуальные планы профессионального развития есть у всех педагогов с неустранёнными дефицитами."
        return
    people = counted(len(lacking), "педагога", "педагогов", "педагогов")
    if not with_plan:
        yield (
            f"Для {people} с неустранёнными дефицитами необходимо разработать индивидуальные планы "
            "профессионального развития: пока их нет."
        )
        return
    yield (
        f"Индивидуальные планы профессионального развития есть у {with_plan} из {people} с неустранёнными "
        f"дефицитами; ещё {without} {plural(without, 'план', 'плана', 'планов')} необходимо разработать."
    )


def _of(part: int, whole: int) -> str:
    return per_cent(share(part, whole) or 0)


def _joined(names: Sequence[str]) -> str:
    """«а, б и в»."""
    return " и ".join(filter(None, (", ".join(names[:-1]), names[-1])))
