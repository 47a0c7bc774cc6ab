"""Holds the counter of each event's places against its sign-ups; with --mend it is set right and what turns out to be
free goes to the waiting list. Exits 1 while a difference stands."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events.events.errors import QuotaTooSmall
from events.events.models import Event
from events.signups.line import miscounted, recount


class Command(BaseCommand):
    help = "Holds the number of places taken of every event against its sign-ups."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--mend", action="store_true", help="set the numbers right")

    def handle(self, *args: Any, mend: bool, **options: Any) -> None:
        found = list(miscounted().select_related("event"))
        standing = 0
        for places in found:
            event = places.event
            self.stdout.write(f"{event.pk}  {event}: {places.taken} kept, {places.counted} counted")
            standing += not (mend and self._mend(event))
        if standing:
            raise CommandError(f"the places of {standing} events are miscounted")
        self.stdout.write(f"{len(found)} mended" if found else "every event's places are counted right")

    def _mend(self, event: Event) -> bool:
        try:
            given = recount(event)
        except QuotaTooSmall as error:
            self.stderr.write(f"{event.pk}  {' '.join(error.messages)}")
            return False
        for one in given:
            self.stdout.write(f"{event.pk}  {one.name} has a place now")
        return True
