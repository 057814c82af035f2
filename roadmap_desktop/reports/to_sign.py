"""The wording of what is written in by hand: the stamp at the upper right, the lines to sign on."""

from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.reports.blocks import ApprovalStamp, FillIn

BLANK_NAME = "_" * 17
BLANK_SIGN = "_" * 13
STAMP_DATE = "«____» ______________ 20___ г."


def signed_by(name: str) -> str:
    """The name beside a line to sign on, its initials first however it is stored, or a line to write it on."""
    return signing_name(name) or BLANK_NAME


def stamp_lines(stamp: ApprovalStamp) -> tuple[str, ...]:
    """The word, the post, a line to sign with the name, the date to write in: ГОСТ Р 7.0.97-2016, 5.16."""
    post = stamp.post or f"{BLANK_SIGN}_{BLANK_NAME}"
    return (stamp.word, post, f"{BLANK_SIGN} {signed_by(stamp.name)}", STAMP_DATE)


def label_of(fill_in: FillIn) -> str:
    """The label with its colon, however it was typed."""
    label = fill_in.label.rstrip(" :")
    return f"{label}:" if label else ""
