"""Read what the events and groups of the demonstration are made of."""

from __future__ import annotations

import tomllib
from typing import Any

from coopdesk.domain.demo_events import (
    DemoChantier,
    DemoDecision,
    DemoFestival,
    DemoMeeting,
    DemoReport,
    DemoSlot,
    DemoSpeaker,
    DemoTopic,
    EventWords,
    GroupWords,
)
from coopdesk.domain.event_reports import NewIndicator, NewReport
from coopdesk.domain.events import (
    EventKind,
    NewCycle,
    NewEvent,
    NewTariff,
    NewVenue,
    Pricing,
    TariffKind,
)
from coopdesk.domain.groups import (
    GroupKind,
    GroupPurpose,
    NewGroup,
    NewObjective,
    NewOutput,
    ObjectiveKind,
    ObjectiveState,
    OutputKind,
    OutputState,
)
from coopdesk.domain.money import Money
from coopdesk.system.paths import database_files

_MEETING = ("ago", "people", "venue", "weekday", "reported")


def read_event_words() -> EventWords:
    """Return everything the events of the demonstration are made of."""
    found = _read("events.toml")
    workshop = dict(found["workshop"])
    themes = tuple(workshop.pop("themes"))
    return EventWords(
        venues={one.pop("key"): NewVenue(**one) for one in found["venues"]},
        cycle=NewCycle(**found["cycle"]),
        workshop=NewEvent(kind=EventKind.WORKSHOP, **workshop),
        themes=themes,
        editions=tuple(DemoMeeting(**one) for one in found["editions"]),
        next_ahead=found["next"]["ahead"],
        next_expected=found["next"]["expected"],
        report=_report(found["report"]),
        assembly=_assembly(found["assembly"]),
        training=NewEvent(kind=EventKind.TRAINING, **found["training"]),
        festival=_festival(found["festival"]),
        indicators=tuple(_indicator(one) for one in found["indicators"]),
    )


def read_group_words() -> GroupWords:
    """Return everything the programme of the demonstration is made of."""
    found = _read("groups.toml")
    return GroupWords(
        programme=_group(found["programme"], GroupKind.PROGRAMME),
        charter=found["charter"],
        chantiers=tuple(_chantier(one) for one in found["chantiers"]),
    )


def _read(name: str) -> dict[str, Any]:
    path = database_files() / "seed" / "demo" / name
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _report(told: dict[str, Any]) -> DemoReport:
    plain = ("category", "introduction", "conclusion", "next_text")
    return DemoReport(
        head=NewReport(**{name: told[name] for name in plain}),
        statements=tuple(told["statements"]),
        questions=tuple((one["text"], tuple(one["answers"])) for one in told["questions"]),
        topics=tuple(DemoTopic(**one) for one in told["topics"]),
        decisions=tuple(DemoDecision(**one) for one in told["decisions"]),
    )


def _assembly(
    told: dict[str, Any],
) -> tuple[NewEvent, DemoMeeting, tuple[str, ...], tuple[str, ...]]:
    meeting = DemoMeeting(**{name: told[name] for name in _MEETING if name in told})
    event = NewEvent(told["title"], EventKind.ASSEMBLY, public_text=told["public_text"])
    return event, meeting, tuple(told["statements"]), tuple(told["decisions"])


def _festival(told: dict[str, Any]) -> DemoFestival:
    plain = ("title", "capacity", "theme", "public_text", "hashtag")
    return DemoFestival(
        event=NewEvent(kind=EventKind.FESTIVAL, **{name: told[name] for name in plain}),
        ago=told["ago"],
        venue=told["venue"],
        people=told["people"],
        bar_cents=told["bar"],
        float_cents=told["float"],
        short_cents=told["short"],
        tariffs=tuple(_tariff(one) for one in told["tariffs"]),
        sessions=tuple(DemoSlot(**one) for one in told["sessions"]),
        speakers=tuple(DemoSpeaker(**one) for one in told["speakers"]),
    )


def _tariff(told: dict[str, Any]) -> NewTariff:
    return NewTariff(
        told["name"],
        TariffKind(told.get("kind", TariffKind.FEE.value)),
        Pricing(told.get("pricing", Pricing.FIXED.value)),
        Money(told["amount"]),
    )


def _indicator(told: dict[str, Any]) -> tuple[NewIndicator, tuple[int, ...]]:
    values = tuple(told.pop("values"))
    return NewIndicator(**told), values


def _group(told: dict[str, Any], kind: GroupKind) -> NewGroup:
    purpose = GroupPurpose(told.pop("purpose"))
    return NewGroup(kind=kind, purpose=purpose, **told)


def _chantier(told: dict[str, Any]) -> DemoChantier:
    objectives = tuple(_objective(*one) for one in told.pop("objectives"))
    outputs = tuple(_output(*one) for one in told.pop("outputs"))
    registers = tuple(told.pop("registers"))
    return DemoChantier(_group(told, GroupKind.CHANTIER), objectives, outputs, registers)


def _objective(
    kind: str, text: str, state: str, deliverable: str, due: int
) -> tuple[NewObjective, int]:
    plain = NewObjective(text, ObjectiveKind(kind), ObjectiveState(state), deliverable)
    return plain, due


def _output(
    kind: str, title: str, licence: str, state: str, made: int
) -> tuple[NewOutput, int]:
    return NewOutput(title, OutputKind(kind), OutputState(state), licence), made
