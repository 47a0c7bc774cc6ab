"""The people and things of the access table: a manager whose enterprise, application, message and file every address
names, their colleague and their chamber's secretary, and strangers of the same kinds."""

import datetime
import io
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.utils import timezone
from django_celery_beat.models import IntervalSchedule, PeriodicTask
from PIL import Image

from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.applications.steps import ORDER
from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.audit.models import PersonalDataAccess
from federation.files.actions import store_upload
from federation.files.models import StoredFile
from federation.inbox.models import Delivery, Letter, Message
from members.desk.models import Invitation, ProfileChange
from members.duplicates.actions import merge_enterprises
from members.duplicates.models import DuplicatePair
from members.enterprises.models import Enterprise
from tests import cast, population

ROLES = (
    "visitor",
    "person",
    "manager",
    "colleague",
    "manager2",
    "secretary",
    "secretary2",
    "bank",
    "registry",
    "services",
    "auditor",
    "admin",
)


@dataclass
class World:
    """Everyone is there once; what has no `2` belongs together."""

    people: dict[str, User | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        population.settle()
        self.chamber: Chamber = cast.chamber()
        self.enterprise: Enterprise = cast.member(of=self.chamber)
        manager = cast.representative(self.enterprise)
        self.people = {
            "visitor": None,
            "person": cast.outsider(),
            "manager": manager,
            "colleague": cast.colleague(self.enterprise),
            "manager2": cast.representative(),
            "secretary": cast.secretary(self.chamber),
            "secretary2": cast.secretary(),
            "bank": cast.bank_officer(),
            "registry": cast.staff("registry_clerk"),
            "services": cast.staff("services_clerk"),
            "auditor": cast.staff("auditor"),
            "admin": cast.staff("administrator"),
        }
        self.applications = {status: self._application(manager, status) for status in Status}
        about = {"rule": "test", "subject_key": "members.enterprise:1"}
        self.message = Message.objects.create(recipient=manager, on_date=timezone.localdate(), title="信", **about)
        Delivery.objects.create(message=self.message, channel=Delivery.Channel.SMS)
        Letter.objects.create(channel=Delivery.Channel.SMS, address="+8613900000009", title="邀请", **about)
        self.invitation = Invitation.objects.create(
            enterprise=self.enterprise,
            name="受邀人",
            phone="+8613900000009",
            expires_at=timezone.now() + datetime.timedelta(days=3),
        )
        self.contact = cast.contact(self.enterprise)
        PersonalDataAccess.objects.create(
            actor=self.people["registry"],
            subject_key=f"members.contact:{self.contact.pk}",
            field="phone",
            reason="回访",
        )
        self.licence = self._licence(manager)
        self.change = ProfileChange.objects.create(
            enterprise=self.enterprise, values={"address": "新址"}, before={"address": ""}, proposed_by=manager
        )
        self._two_alike()
        every_hour = IntervalSchedule.objects.create(every=1, period=IntervalSchedule.HOURS)
        PeriodicTask.objects.create(name="test", task="test", interval=every_hour)
        self.enterprise.products.create(name="产品")
        self.enterprise.honours.create(title="荣誉", year=2020)

    def _application(self, manager: User, status: Status) -> MembershipApplication:
        firm = cast.enterprise()
        cast.represent(manager, firm)
        drafted = status == Status.DRAFT
        return MembershipApplication.objects.create(
            applicant=manager,
            uscc=firm.uscc,
            enterprise=firm,
            enterprise_name=firm.name,
            chamber=self.chamber,
            status=status,
            step=ORDER[0] if drafted else ORDER[-1],
            submitted_at=None if drafted else timezone.now(),
        )

    def _licence(self, manager: User) -> StoredFile:
        """The business licence of the application that waits for the chamber."""
        picture = io.BytesIO()
        Image.new("RGB", (8, 8)).save(picture, "PNG")
        upload = SimpleUploadedFile("licence.png", picture.getvalue())
        file = store_upload(purpose="business_licence", upload=upload, user=manager)
        application = self.applications[Status.SUBMITTED]
        application.licence = file
        application.save(update_fields=["licence"])
        return file

    def _two_alike(self) -> None:
        left, right, third = (cast.enterprise("上海相像有限公司") for _number in range(3))
        self.pair = DuplicatePair.objects.create(left=left, right=right, reasons=[], score=90)
        self.merge = merge_enterprises(left, third, {}, by=self.people["registry"])

    def some(self, label: str) -> models.Model:
        """Any row of the model, for addresses of the admin."""
        row = apps.get_model(label)._default_manager.order_by("pk").first()
        assert row is not None, f"the world of tests/access_world.py has no {label}"
        return row


Arguments = Callable[[World], dict[str, Any]]


def of_application(status: Status, **more: Any) -> Arguments:
    return lambda world: {"pk": world.applications[status].pk, **more}


# What an address takes, by its name; the admin's take any row of their model.
ARGUMENTS: dict[str, Arguments] = {
    "inbox": lambda world: {"pk": world.message.pk},
    "files:serve": lambda world: {"pk": world.licence.pk},
    "files:serve#none": lambda world: {"pk": uuid.UUID(int=7)},
    "indicators:figure": lambda world: {"name": "enterprises"},
    "indicators:figure#staff": lambda world: {"name": "employees"},
    "indicators:rows": lambda world: {"name": "enterprises"},
    "indicators:export": lambda world: {"name": "enterprises", "kind": "csv"},
    "directory:profile": lambda world: {"code": world.enterprise.uscc},
    "me:contact": lambda world: {"pk": world.enterprise.contacts.get().pk},
    "me:product": lambda world: {"pk": world.enterprise.products.get().pk},
    "me:colleague": lambda world: {"pk": world.people["colleague"].representations.get().pk},
    "me:hand_over": lambda world: {"pk": world.people["colleague"].representations.get().pk},
    "me:invitation_": lambda world: {"pk": world.invitation.pk},
    "me:invitation": lambda world: {"token": world.invitation.token},
    "apply:status": of_application(Status.SUBMITTED),
    "apply:withdraw": of_application(Status.SUBMITTED),
    "apply:step": of_application(Status.DRAFT, step="licence"),
    "chambers:page": lambda world: {"slug": world.chamber.slug},
    "chamber_desk:": of_application(Status.SUBMITTED),
    "admin:members_profilechange_decide": lambda world: {"pk": world.change.pk},
    "admin:members_duplicatepair_compare": lambda world: {"pk": world.pair.pk},
    "admin:members_importbatch_progress": lambda world: {"pk": world.some("members.ImportBatch").pk},
    "admin:members_importbatch_findings": lambda world: {"pk": world.some("members.ImportBatch").pk},
    "admin:members_importbatch_undo": lambda world: {"pk": world.some("members.ImportBatch").pk},
    "admin:app_list": lambda world: {"app_label": "members"},
    "admin:view_on_site": lambda world: {
        "content_type_id": ContentType.objects.get_for_model(Enterprise).pk,
        "object_id": world.enterprise.pk,
    },
    "admin:chambers_membershipapplication_": lambda world: {"object_id": world.applications[Status.RECOMMENDED].pk},
    "admin:chambers_membershipapplication_recommend": lambda world: {
        "object_id": world.applications[Status.SUBMITTED].pk
    },
    "/admin/chambers/membershipapplication/": lambda world: {"object_id": world.applications[Status.RECOMMENDED].pk},
    "admin:members_enterprise_export": lambda world: {"kind": "csv"},
    "audit:personal_data": lambda world: {
        "label": "members.contact",
        "pk": world.enterprise.contacts.get().pk,
        "field": "phone",
    },
    "mfa_": lambda world: {"pk": 1},
}


def arguments_of(name: str, world: World) -> dict[str, Any]:
    """By the longest beginning of the name that is known."""
    known = [prefix for prefix in ARGUMENTS if name.startswith(prefix)]
    if known:
        return ARGUMENTS[max(known, key=len)](world)
    return {}
