"""The people and things of the access table: a manager whose enterprise and cases every address names, their colleague,
their chamber's secretary and the officers who work on the cases, and strangers of the same kinds."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone

from chambers.bodies.models import Chamber, Officer
from federation.accounts.models import User
from members.enterprises.models import Enterprise, Representative
from members.partners.models import PartnerOfficer, PartnerOrganisation
from tests import cast, population
from tests.access_table import pieces

ROLES = (
    "visitor",
    "person",
    "manager",
    "colleague",
    "manager2",
    "secretary",
    "secretary2",
    "bank",
    "department",
    "village",
    "registry",
    "services",
    "auditor",
    "admin",
)


@dataclass
class World:
    """Everyone is there once; what has no `2` belongs together.

    `lapsed` had the hat of the one of the same name until yesterday. `rows` holds what the subjects' own pieces put
    there for the addresses that they name (see tests/access_table.py).
    """

    people: dict[str, User | None] = field(default_factory=dict)
    lapsed: dict[str, User] = field(default_factory=dict)
    rows: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        population.settle()
        self.chamber: Chamber = cast.chamber()
        self.enterprise: Enterprise = cast.member(of=self.chamber)
        self.bank: PartnerOrganisation = cast.bank()
        self.department: PartnerOrganisation = cast.department()
        self.village: PartnerOrganisation = cast.village()
        self.people = {
            "visitor": None,
            "person": cast.outsider(),
            "manager": cast.representative(self.enterprise),
            "colleague": cast.colleague(self.enterprise),
            "manager2": cast.representative(),
            "secretary": cast.secretary(self.chamber),
            "secretary2": cast.secretary(),
            "bank": cast.bank_officer(self.bank),
            "department": cast.department_officer(self.department),
            "village": cast.village_officer(self.village),
            "registry": cast.staff("registry_clerk"),
            "services": cast.staff("services_clerk"),
            "auditor": cast.staff("auditor"),
            "admin": cast.staff("administrator"),
        }
        self._lapse()
        for piece in pieces("access_rows_"):
            piece.settle(self)

    def _lapse(self) -> None:
        self.lapsed = {
            "manager": cast.representative(self.enterprise),
            "secretary": cast.secretary(self.chamber),
            "bank": cast.bank_officer(self.bank),
            "department": cast.department_officer(self.department),
            "village": cast.village_officer(self.village),
        }
        yesterday = timezone.localdate() - datetime.timedelta(days=1)
        for office in (Representative, Officer, PartnerOfficer):
            office.objects.filter(user__in=self.lapsed.values()).update(until=yesterday)

    def some(self, label: str) -> models.Model:
        """Any row of the model, for addresses of the admin."""
        row = apps.get_model(label)._default_manager.order_by("pk").first()
        assert row is not None, f"the access table's world has no {label}: the piece of its subject settles one"
        return row
