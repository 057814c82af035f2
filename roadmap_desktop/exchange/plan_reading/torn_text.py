"""The text layer of a printed table: the lines of its cells one after another, columns gone.

A row begins where a line has the number that comes next; in it the name goes up to a wording of a due that performers
follow, performers go on as long as commas and names do, and what is left is the result.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.plan_reading.cell_words import line_of, name_of, paragraphs_of
from roadmap_desktop.exchange.plan_reading.performer_words import performers_of, starts_performer
from roadmap_desktop.exchange.plan_reading.preamble import is_page_number
from roadmap_desktop.exchange.plan_reading.reading import CellPlace, PlanRow
from roadmap_desktop.exchange.plan_reading.row_kinds import looks_like_section
from roadmap_desktop.exchange.plan_reading.row_words import reads_as_due
from roadmap_desktop.exchange.plan_reading.woven_lines import unwoven
from roadmap_desktop.model.due.tokens import clean
from roadmap_desktop.model.due.vocabulary import UNFAMILIAR, VOCABULARY
from roadmap_desktop.model.letters import one_line

_STARTS_ROW = re.compile(r"\s*(\d{1,3})(?:\.(\d{1,3}))?(?:[.)]\s*|\s+|$)(?!\d)")
_YEAR_ALONE = re.compile(r"20\d\d(?:\s*(?:года|год|г\.?))?")
_NUMERAL_ALONE = re.compile(r"[IVX]{1,5}[.)]")
_WORD = re.compile(r"\S+")
_LONGEST_DUE = 14
_HEADING = re.compile(
    r"№?\s*(п\s*/\s*п)?\s*((наименование|содержание|мероприяти|срок|исполнен|исполнител|ответственн|результат|ожидаем|планируем|выполнен|проведен|реализаци)\S*"
    r"|п\s*/\s*п|№|\([^)]*\)|и|о|об|за)(\s|$)",
    re.IGNORECASE,
)
_FARTHEST_HEADING = 12
_CONNECTING = frozenset({"и", "по", "с", "на", "для"})
_GOES_ON = re.compile(r"(20\d\d\s*(года|год|г\.?)?|(года|год|г\.)|периода|года)\b")


@dataclass(frozen=True, slots=True)
class TornPlan:
    """The rows of a torn text; ``first`` is the line where its table begins."""

    rows: tuple[PlanRow, ...]
    first: int
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    block: int
    text: str
    is_last: bool  # an empty line stands below


def read_torn(
    lines: Sequence[str], gaps: Collection[int], allowance: Allowance, share: float
) -> TornPlan | None:
    """The plan of the lines; None where no two rows in turn are found. ``gaps`` are the
    lines below which an empty one stood, ``share`` is how much is done when it is read.
    Raises as the allowance does."""
    lines = _with_numerals(lines)
    starts = _row_starts(lines)
    if len(starts) < 2:
        return None
    first = _heading_start(lines, starts[0][0])
    beside = _before_number(lines, starts[0][0])
    lines = _without_heads(lines, first, starts[0][0])
    starts = _row_starts(lines)
    rows: list[PlanRow] = []
    section = _section_above(lines, starts[0][0])
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    for (start, number), end in zip(starts, ends, strict=True):
        own = [_Line(index, lines[index], index in gaps) for index in range(start, end)]
        own, next_section = _without_section(own)
        row = _row(number, section, own, allowance)
        allowance.tell(share * start / len(lines))
        if row is not None:
            rows.append(row if rows else _with_cells(row, beside))
        section = next_section or section
    known = sum(bool(row.due_text) for row in rows)
    return TornPlan(tuple(rows), first) if known * 2 >= len(rows) else None


def _with_numerals(lines: Sequence[str]) -> list[str]:
    """The lines, a numeral that has one for itself, «II.», before the title of its section in the next."""
    joined = list(lines)
    for index, (line, following) in enumerate(pairwise(lines)):
        if _NUMERAL_ALONE.fullmatch(line.strip()) and following.strip()[:1].isupper():
            joined[index : index + 2] = "", f"{line.strip()} {following.strip()}"
    return joined


def _without_heads(lines: Sequence[str], first: int, first_row: int) -> list[str]:
    """The lines with those emptied that repeat the heading on each page, and the number of the page above them."""
    last = _heading_end(lines, first_row)
    heading = {one_line(line) for line in lines[first:last] if line.strip()}
    kept = list(lines)
    index = first_row
    while index < len(lines):
        end = index
        while end < len(lines) and one_line(lines[end]) in heading:
            end += 1
        if end - index > 1 or (end > index and len(lines[index].split()) > 3):
            above = index - 1 if lines[index - 1].strip().isdecimal() else index
            kept[above:end] = [""] * (end - above)
        index = max(end, index + 1)
    return kept


def _row_starts(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Where rows begin, with their numbers: these count on from 1 or 1.1, in each section anew where they do so."""
    starts: list[tuple[int, str]] = []
    last: tuple[int, ...] = ()
    for index, line in enumerate(lines):
        found = _STARTS_ROW.match(line)
        if found is None or (is_page_number(line) and not _is_row_number(lines, index)):
            continue
        number = tuple(int(part) for part in found.groups() if part)
        if _counts_columns(lines, index):
            continue
        if number in ((1,), (1, 1)) and len(starts) < 2:
            # What counted before was no plan: a list in the text above.
            starts = []
        elif number not in _following(
            last, is_new=index > 0 and looks_like_section(lines[index - 1].strip())
        ):
            continue
        starts.append((index, ".".join(map(str, number))))
        last = number
    return starts


def _following(last: tuple[int, ...], *, is_new: bool) -> set[tuple[int, ...]]:
    """The numbers that may come after one; ``is_new`` below the title of a section."""
    if len(last) == 2:
        return {(last[0], last[1] + 1), (last[0] + 1, 1)}
    following: set[tuple[int, ...]] = {(last[0] + 1,)} if last else set()
    return {*following, (1,)} if is_new else following


def _is_row_number(lines: Sequence[str], index: int) -> bool:
    """Whether a number alone in its line begins a row: the line after it begins a sentence."""
    following = lines[index + 1].strip() if index + 1 < len(lines) else ""
    return following[:1].isupper() or following[:1] in '«"'


def _counts_columns(lines: Sequence[str], index: int) -> bool:
    return re.match(r"\s*1\s+2\s+3\s+4", " ".join(lines[index : index + 5])) is not None


def _heading_start(lines: Sequence[str], first_row: int) -> int:
    """The line where the headings above the first row begin."""
    start = _heading_end(lines, first_row)
    while start > 0 and _is_heading(lines[start - 1]):
        start -= 1
    return start


def _heading_end(lines: Sequence[str], first_row: int) -> int:
    """The line below the headings. Cells of the first row may stand between these and its number."""
    for end in range(first_row, max(first_row - _FARTHEST_HEADING, 0), -1):
        if _is_heading(lines[end - 1]):
            return end
    return first_row


def _is_heading(line: str) -> bool:
    return _HEADING.match(line.strip()) is not None or is_page_number(line)


def _before_number(lines: Sequence[str], first_row: int) -> str:
    """The cells of the first row that stand between the headings and its number."""
    own = map(str.strip, lines[_heading_end(lines, first_row) : first_row])
    return "\v".join(line for line in own if line and not looks_like_section(line))


def _with_cells(row: PlanRow, cells: str) -> PlanRow:
    """A row that has no performers of its own with those that stand before its number."""
    if not row.due_text or row.performers or row.expected_result or not starts_performer(cells):
        return row
    performers, result = _performers(cells)
    return replace(
        row, performers=performers_of(performers, is_wrapped=True), expected_result=paragraphs_of(result)
    )


def _section_above(lines: Sequence[str], first_row: int) -> str:
    above = lines[first_row - 1].strip() if first_row else ""
    return above if looks_like_section(above) else ""


def _without_section(lines: list[_Line]) -> tuple[list[_Line], str]:
    """A row's lines without the title of a section that stands after it, and that title."""
    for index in range(1, len(lines)):
        if looks_like_section(lines[index].text.strip()) and len(lines) - index <= 3:
            return lines[:index], " ".join(line.text.strip() for line in lines[index:])
    return lines, ""


def _row(number: str, section: str, lines: Sequence[_Line], allowance: Allowance) -> PlanRow | None:
    """The activity of a row's lines."""
    lines = [line for line in lines if not _is_repeated_heading(line.text)]
    texts = [line.text.strip() for line in lines]
    found = _STARTS_ROW.match(texts[0]) if texts else None
    if found is None:
        return None
    texts[0] = texts[0][found.end() :]
    gaps = [line.is_last for line, text in zip(lines, texts, strict=True) if text]
    whole = "\v".join(filter(None, texts))
    span = _due_span(whole, allowance)
    woven = _woven_with_performers(whole, span)
    places = tuple(CellPlace(line.block, 0, 0) for line in lines)
    if woven is not None:
        name, due, rest = woven
    elif span is not None:
        due = whole[span[0] : span[1]]
        name, rest = _around(whole, span, gaps)
    else:
        return PlanRow(number, section, name_of(whole), "", (), "", "", places={"name": places})
    name, due = _with_year(name, due)
    performers, result = _performers(rest)
    name, due, performers, result = _woven(name, due, performers, result)
    fields = ("name", "due_text", "performers", "expected_result")
    return PlanRow(
        number=number,
        section=section,
        name=name_of(name),
        due_text=line_of(due),
        performers=performers_of(performers, is_wrapped=True),
        expected_result=paragraphs_of(result),
        note="",
        places=dict.fromkeys(fields, places),
    )


def _woven_with_performers(whole: str, span: tuple[int, int] | None) -> tuple[str, str, str] | None:
    """Name, due and the rest of a row whose due stands in turn with its performers, where more is a due that way than
    in one piece."""
    lines = whole.split("\v")
    starts = [whole.count("\v", 0, span[0])] if span is not None else range(1, len(lines))
    found = next(
        (one for one in (unwoven(lines, first) for first in starts if first) if one is not None), None
    )
    if found is None or (span is not None and len(found.due) <= span[1] - span[0]):
        return None
    rest = "\v".join(filter(None, (found.rest, *lines[found.last + 1 :])))
    return "\v".join(lines[: found.first]), found.due, rest


def _around(whole: str, span: tuple[int, int], gaps: Sequence[bool]) -> tuple[str, str]:
    """The name and what follows the due. Where a due stands in a line between those of the name, the name goes on up
    to the empty line before the performers."""
    name, rest = whole[: span[0]], whole[span[1] :]
    lines = whole.split("\v")
    first = whole.count("\v", 0, span[0])
    start = whole.count("\v", 0, span[1]) + 1
    end = next((index + 1 for index in range(start, len(lines)) if gaps[index]), len(lines))
    is_between = name.endswith("\v") and rest.startswith("\v") and not gaps[first - 1] and not gaps[start - 1]
    if (
        is_between
        and end < len(lines)
        and not starts_performer(lines[start])
        and starts_performer(lines[end])
    ):
        return "\v".join((name.rstrip(), *lines[start:end])), "\v".join(lines[end:])
    return name, rest.lstrip()


def _with_year(name: str, due: str) -> tuple[str, str]:
    """Name and due, where these were torn from one another and the due's year or its days stand among lines of the
    name."""
    lines = name.split("\v")
    for index, line in enumerate(lines[1:], 1):
        words = line.strip()
        if _YEAR_ALONE.fullmatch(words) and not _YEAR_ALONE.search(due):
            whole = f"{due} {words}"
        elif _YEAR_ALONE.fullmatch(due.strip()) and reads_as_due(words):
            whole = f"{words} {due}"
        else:
            continue
        if reads_as_due(whole):
            return "\v".join((*lines[:index], *lines[index + 1 :])), whole
    return name, due


def _is_repeated_heading(line: str) -> bool:
    words = line.split()
    return len(words) > 3 and "№" in words[0] and _HEADING.match(line.strip()) is not None


def _due_span(text: str, allowance: Allowance) -> tuple[int, int] | None:
    """Where the first due stands that performers follow, else the first that ends a line or the text."""
    words = list(_WORD.finditer(text))
    best: tuple[int, int] | None = None
    second_best: tuple[int, int] | None = None
    for first, word in enumerate(words):
        allowance.step()
        if not first or not _may_begin(word[0]) or _belongs_to_name(word[0], words[first + 1 : first + 2]):
            continue
        for last in range(first, min(first + _LONGEST_DUE, len(words))):
            span = text[word.start() : words[last].end()]
            if not reads_as_due(span.replace("\v", " ").strip(" ,.")):
                continue
            if last + 1 < len(words) and starts_performer(text[words[last + 1].start() :]):
                best = best or (word.start(), words[last].end())
                owner = text[best[1] : words[last].end()].split()
                if owner and [one[0] for one in words[last + 1 : last + 1 + len(owner)]] == owner:
                    # «По плану ГАУ ДПО ИРО» before «ГАУ ДПО ИРО» in the next line is longer than «по плану».
                    best = word.start(), words[last].end()
            is_line = text[words[first - 1].end() : word.start()] == "\v" and text[words[last].end() :][
                :1
            ] in ("", "\v")
            if is_line:
                second_best = second_best or (word.start(), words[last].end())
        if best is not None:
            return best
    return second_best


def _belongs_to_name(word: str, following: Sequence[re.Match[str]]) -> bool:
    """Whether «в» is the end of a name that goes on elsewhere: nothing is done «в 12 ноября»."""
    return word.casefold() == "в" and bool(following) and following[0][0][:1].isdigit()


def _may_begin(word: str) -> bool:
    if word.startswith("("):
        # Words in brackets are read through, but no due begins with them.
        return False
    plain = re.split(r"[-–—]", clean(word).strip(" ,.;()"))[0]
    return bool(re.match(r"\d|по$|в$|во$|на$|при$|в течение|втечение|согласно|ежегодно", plain)) or (
        VOCABULARY.get(plain, UNFAMILIAR) is not UNFAMILIAR
    )


def _performers(text: str) -> tuple[str, str]:
    """The performers at the beginning of a text, and what follows them: a sentence that begins anew."""
    start = inside = 0
    before = ","
    for word in _WORD.finditer(text):
        begins = word[0][:1].isupper() and not word[0].strip("«»,.;()").isupper() and not inside
        is_new = begins and before[-1] not in ",;/" and before not in _CONNECTING
        # In a line of its own another name may follow without a comma.
        if is_new and (text[word.start() - 1] != "\v" or not starts_performer(text[word.start() :])):
            break
        inside += word[0].count("«") + word[0].count("(") - word[0].count("»") - word[0].count(")")
        before, start = word[0], word.end()
    return text[:start], text[start:].strip()


def _woven(name: str, due: str, performers: str, result: str) -> tuple[str, str, str, str]:
    """A row broken by the page's end: its first line holds all columns, the lines below their rests in turn."""
    lines = result.split("\v")
    for index, line in enumerate(lines[1:], 1):
        found = _GOES_ON.match(line.strip())
        if found is None or not reads_as_due(f"{due} {found[0]}".replace("\v", " ")):
            continue
        more, after = _performers(line.strip()[found.end() :].strip())
        if not starts_performer(more):
            continue
        name_rest = "\v".join(lines[1:index])
        rest = "\v".join([*filter(None, [after]), *lines[index + 1 :]])
        return (
            f"{name}\v{name_rest}",
            f"{due} {found[0]}",
            ", ".join((performers, more)),
            "\v".join(filter(None, (lines[0], rest))),
        )
    return name, due, performers, result
