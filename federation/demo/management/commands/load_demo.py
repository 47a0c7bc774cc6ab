"""Fill an empty database with the demonstration federation."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from federation.accounts.models import User
from federation.demo import people
from federation.demo.logins import LOGINS
from federation.demo.world import World, builders


class Command(BaseCommand):
    help = "Fill an empty database with an invented federation. A second run changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="load even beside real data")

    def handle(self, *, force: bool, verbosity: int, **options: Any) -> None:
        autodiscover_modules("demo")
        if User.objects.filter(email=f"{people.STAFF[0][0]}@demo.example").exists():
            self.stdout.write("The demonstration is already there.")
            return
        if not force and any(builder.holds_data() for builder in builders()):
            raise CommandError("This database holds data of its own. Load the demonstration beside it with --force.")
        taken = User.objects.filter(username__in=[login for _who, login, _password in LOGINS]).values_list("username")
        if taken.exists():
            raise CommandError(f"The user name {taken[0][0]} is taken; the demonstration needs it.")
        started = time.monotonic()
        now = timezone.localtime()
        world = World(today=now.date(), now=now)
        with transaction.atomic():
            for builder in builders():
                begun = time.monotonic()
                builder.build(world)
                if verbosity:
                    self.stdout.write(f"  {builder.name}  {time.monotonic() - begun:.1f} s")
        self.stdout.write(f"The demonstration is loaded ({time.monotonic() - started:.0f} s).")
