"""Who is expected and who has come, in memory: found at each key, told at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.check_in import matching
from coopdesk.domain.event_registrations import RegistrationState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.event_registrations import CheckInEntry


class CheckInBook:
    """``session_id`` is what people come to now, None for the event as a whole.

    What was sent and is not written yet already counts, so that a second scan of a badge is
    told at once; ``settle`` or ``fail`` say how it ended.
    """

    def __init__(self) -> None:
        self.session_id: int | None = None
        self._entries: list[CheckInEntry] = []
        self._places: dict[int, int] = {}
        self._sent: dict[tuple[int, int | None], bool] = {}

    def show(self, entries: Sequence[CheckInEntry]) -> None:
        """Take what the database says; what is on its way to it stays."""
        self._entries = list(entries)
        self._places = {x.registration_id: at for at, x in enumerate(self._entries)}
        for (registration_id, session_id), is_there in self._sent.items():
            self._write(registration_id, session_id, is_there=is_there)

    @property
    def is_waiting(self) -> bool:
        """Whether something is on its way to the database."""
        return bool(self._sent)

    def find(self, typed: str) -> list[CheckInEntry]:
        """Return whom the typed words or the scanned code mean; nobody for nothing."""
        return matching(self._entries, typed) if typed.strip() else []

    def get(self, registration_id: int) -> CheckInEntry | None:
        """Return somebody as known now."""
        place = self._places.get(registration_id)
        return None if place is None else self._entries[place]

    def is_there(self, entry: CheckInEntry) -> bool:
        """Tell whether somebody has come to what people come to now."""
        known = self.get(entry.registration_id) or entry
        return self.session_id in known.present

    # what is sent

    def send(self, registration_id: int, *, is_there: bool) -> None:
        """Count somebody as come, or as not, while the command waits its turn."""
        self._sent[registration_id, self.session_id] = is_there
        self._write(registration_id, self.session_id, is_there=is_there)

    def settle(self, registration_id: int, session_id: int | None) -> None:
        """The database knows it now."""
        self._sent.pop((registration_id, session_id), None)

    def fail(self, registration_id: int, session_id: int | None) -> bool:
        """Say that it is as it was before; False where it was settled already."""
        was_there = self._sent.pop((registration_id, session_id), None)
        if was_there is None:
            return False
        self._write(registration_id, session_id, is_there=not was_there)
        return True

    def _write(self, registration_id: int, session_id: int | None, *, is_there: bool) -> None:
        place = self._places.get(registration_id)
        if place is None:
            return
        entry = self._entries[place]
        here = frozenset({session_id})
        present = entry.present | here if is_there else entry.present - here
        self._entries[place] = replace(entry, present=present)

    # counts

    @property
    def expected(self) -> int:
        """How many have a place."""
        return sum(entry.state is RegistrationState.REGISTERED for entry in self._entries)

    @property
    def present(self) -> int:
        """How many have come to what people come to now."""
        return sum(self.session_id in entry.present for entry in self._entries)

    def present_by_session(self) -> Counter[int | None]:
        """Count who came to each session, None for the event as a whole."""
        return Counter(session_id for entry in self._entries for session_id in entry.present)
