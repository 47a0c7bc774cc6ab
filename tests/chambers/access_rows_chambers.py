"""Who opens what of the chambers: their pages and desk, applications for membership, their admin."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.applications.steps import ORDER
from tests import cast

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
apply:start                                      both 200 200 200 200 200 200 200 200 200 200 200 200 200 200
apply:status                                     GET  in  404 200 404 404 403 404 404 404 404 403 404 403 403
apply:withdraw                                   POST in  404 302 404 404 403 404 404 404 404 403 404 403 403
apply:step                                       both in  404 200 404 404 404 404 404 404 404 403 404 403 403
chambers:list                                    GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
chambers:page                                    GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
chamber_desk:desk                                GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_desk:roster                              GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_desk:roster_export                       GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_desk:applications                        GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_desk:application                         GET  in  404 404 404 404 200 404 404 404 404 404 404 404 404
chamber_desk:contact                             both in  404 404 404 404 200 404 404 404 404 404 404 404 404
chamber_desk:recommend                           POST in  404 404 404 404 302 404 404 404 404 404 404 404 404
chamber_desk:return                              POST in  404 404 404 404 200 404 404 404 404 404 404 404 404
admin:chambers_membershipapplication_approve     GET  in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:chambers_membershipapplication_approve     POST in  404 404 404 404 404 404 404 404 404 302 403 403 403
admin:chambers_membershipapplication_send_back   both in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:chambers_membershipapplication_reject      both in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:chambers_membershipapplication_recommend   both in  404 404 404 404 404 404 404 404 404 302 403 403 403
admin:chambers_membershipapplication_export      GET  in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:chambers_membershipapplication_changelist  both in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:chambers_membershipapplication_add         both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:chambers_membershipapplication_history     both in  404 404 404 404 404 404 404 404 404 200 302 200 200
admin:chambers_membershipapplication_delete      both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:chambers_membershipapplication_change      GET  in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:chambers_membershipapplication_change      POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/chambers/membershipapplication/<path:object_id>/ both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:chambers_chamber_export                    GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:chambers_chamber_changelist                both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:chambers_chamber_add                       both in  404 404 404 404 404 404 404 404 404 403 403 403 200
admin:chambers_chamber_history                   both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:chambers_chamber_delete                    both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:chambers_chamber_change                    GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:chambers_chamber_change                    POST in  404 404 404 404 404 404 404 404 404 403 403 403 200
/admin/chambers/chamber/<path:object_id>/        both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:chambers_affiliation_changelist            both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:chambers_affiliation_add                   both in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:chambers_affiliation_history               both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:chambers_affiliation_delete                both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:chambers_affiliation_change                GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:chambers_affiliation_change                POST in  404 404 404 404 404 404 404 404 404 200 403 403 403
/admin/chambers/affiliation/<path:object_id>/    both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:chambers_officer_changelist                both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:chambers_officer_add                       both in  404 404 404 404 404 404 404 404 404 200 403 403 200
admin:chambers_officer_history                   both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:chambers_officer_delete                    both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:chambers_officer_change                    GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:chambers_officer_change                    POST in  404 404 404 404 404 404 404 404 404 200 403 403 200
/admin/chambers/officer/<path:object_id>/        both in  404 404 404 404 404 404 404 404 404 302 302 302 302
"""


def of_application(status: Status, name: str = "pk", **more: Any) -> "Callable[[World], dict[str, Any]]":
    return lambda world: {name: world.rows["applications"][status].pk, **more}


ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "apply:status": of_application(Status.SUBMITTED),
    "apply:withdraw": of_application(Status.SUBMITTED),
    "apply:step": of_application(Status.DRAFT, step="licence"),
    "chambers:page": lambda world: {"slug": world.chamber.slug},
    "chamber_desk:": of_application(Status.SUBMITTED),
    "admin:chambers_membershipapplication_": of_application(Status.RECOMMENDED, "object_id"),
    "admin:chambers_membershipapplication_recommend": of_application(Status.SUBMITTED, "object_id"),
    "/admin/chambers/membershipapplication/": of_application(Status.RECOMMENDED, "object_id"),
    "admin:chambers_membershipapplication_export": lambda world: {"kind": "csv"},
    "admin:chambers_chamber_export": lambda world: {"kind": "csv"},
}


def settle(world: "World") -> None:
    """The manager's applications, one in each state; the licence belongs to the one that waits for the chamber."""
    applications = {status: _application(world, status) for status in Status}
    submitted = applications[Status.SUBMITTED]
    submitted.licence = world.rows["licence"]
    submitted.save(update_fields=["licence"])
    world.rows["applications"] = applications


def _application(world: "World", status: Status) -> MembershipApplication:
    firm = cast.enterprise()
    manager = world.people["manager"]
    cast.represent(manager, firm)
    drafted = status == Status.DRAFT
    return MembershipApplication.objects.create(
        applicant=manager,
        uscc=firm.uscc,
        enterprise=firm,
        enterprise_name=firm.name,
        chamber=world.chamber,
        status=status,
        step=ORDER[0] if drafted else ORDER[-1],
        submitted_at=None if drafted else timezone.now(),
    )
