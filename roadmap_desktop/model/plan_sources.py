"""What the plan of a month is made of."""

from functools import cache

from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID, REGISTERS
from roadmap_desktop.model.registers.activities import ACTIVITIES


@cache
def work_registers() -> tuple[Register, ...]:
    """The registers whose records are work."""
    return tuple(register for register in REGISTERS if register.direction is not None)


@cache
def sources() -> tuple[Register, ...]:
    """What a plan can be made of: the registers of work, the decisions that fall due, the activities."""
    return (*work_registers(), BY_ID["decisions"], ACTIVITIES)
