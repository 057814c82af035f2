"""What was chosen for a report the last time, kept in the settings: all but the time and the record it is about."""

import json
from collections.abc import Mapping
from typing import Any

from roadmap_desktop.operations.printing.printing import (
    FONT_SIZES,
    Orientation,
    Parameter,
    ParameterKind,
    Report,
    Signature,
    Stamp,
)
from roadmap_desktop.ui.settings import Settings

_KEPT = frozenset({ParameterKind.CHOICE, ParameterKind.CHOICES, ParameterKind.FLAG, ParameterKind.NUMBER})


def recall(settings: Settings, report: Report) -> tuple[dict[str, Any], dict[str, Any]]:
    """The choices kept, and the fields of the usual options that were altered. What the settings hold may be of another
    version, or be typed by hand: what does not fit is passed over."""
    try:
        kept = json.loads(settings.text(_key(report)) or "{}")
    except ValueError:
        kept = {}
    if not isinstance(kept, dict):
        return {}, {}
    chosen = kept.get("choices", {})
    choices = {
        parameter.name: value
        for parameter in report.parameters
        if isinstance(chosen, dict)
        and parameter.name in chosen
        and (value := _value(parameter, chosen[parameter.name])) is not None
    }
    return choices, _altered(kept)


def remember(
    settings: Settings, report: Report, choices: Mapping[str, Any], altered: Mapping[str, Any]
) -> None:
    """Keeps what was chosen, and of the options what was altered: the head's name follows the roadmap until another is
    typed."""
    kept: dict[str, Any] = {
        "choices": {
            parameter.name: _plain(parameter, choices[parameter.name])
            for parameter in report.parameters
            if parameter.kind in _KEPT and parameter.name in choices
        },
        **altered,
    }
    if "signatures" in altered:
        kept["signatures"] = [[one.post, one.name] for one in altered["signatures"]]
    if "hidden" in altered:
        kept["hidden"] = sorted(altered["hidden"])
    settings.remember(_key(report), json.dumps(kept, ensure_ascii=False))


def _key(report: Report) -> str:
    return f"print/{report.id}"


def _plain(parameter: Parameter, value: Any) -> Any:
    return sorted(value) if parameter.kind is ParameterKind.CHOICES else value


def _value(parameter: Parameter, kept: Any) -> Any:
    match parameter.kind:
        case ParameterKind.CHOICE:
            return kept if kept in parameter.choices else None
        case ParameterKind.CHOICES if isinstance(kept, list):
            return frozenset(word for word in kept if word in parameter.choices)
        case ParameterKind.FLAG if isinstance(kept, bool):
            return kept
        case ParameterKind.NUMBER if isinstance(kept, int):
            return kept
    return None


def _altered(kept: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: kept[name] for name in ("post", "name", "annex") if isinstance(kept.get(name), str)
    }
    if kept.get("orientation") in tuple(Orientation):
        found["orientation"] = Orientation(kept["orientation"])
    if kept.get("stamp") in tuple(Stamp):
        found["stamp"] = Stamp(kept["stamp"])
    if kept.get("font_size") in FONT_SIZES:
        found["font_size"] = kept["font_size"]
    if isinstance(kept.get("hidden"), list):
        found["hidden"] = frozenset(map(str, kept["hidden"]))
    signatures = kept.get("signatures")
    if isinstance(signatures, list) and all(isinstance(one, list) and len(one) == 2 for one in signatures):
        found["signatures"] = tuple(Signature(str(post), str(name)) for post, name in signatures)
    return found
