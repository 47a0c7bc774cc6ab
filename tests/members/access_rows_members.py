"""Who opens what of the enterprises: the directory, their desks, the register and its admin."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from members.desk.models import Invitation, ProfileChange
from members.duplicates.actions import merge_enterprises
from members.duplicates.models import DuplicatePair
from tests import cast

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
directory:list                                   GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
directory:profile                                GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
me:desk                                          GET  in  404 200 200 200 404 404 404 404 404 404 404 404 404
me:profile                                       GET  in  404 200 200 200 404 404 404 404 404 404 404 404 404
me:facts                                         both in  404 302 403 200 404 404 404 404 404 404 404 404 404
me:withdraw                                      POST in  404 404 403 404 404 404 404 404 404 404 404 404 404
me:about                                         GET  in  404 200 403 200 404 404 404 404 404 404 404 404 404
me:about                                         POST in  404 302 403 302 404 404 404 404 404 404 404 404 404
me:logo                                          both in  404 200 403 200 404 404 404 404 404 404 404 404 404
me:figures                                       both in  404 200 403 200 404 404 404 404 404 404 404 404 404
me:listing                                       GET  in  404 200 403 200 404 404 404 404 404 404 404 404 404
me:listing                                       POST in  404 302 403 302 404 404 404 404 404 404 404 404 404
me:contact_add                                   both in  404 200 403 200 404 404 404 404 404 404 404 404 404
me:contact                                       both in  404 200 403 404 404 404 404 404 404 404 404 404 404
me:contact_delete                                POST in  404 302 403 404 404 404 404 404 404 404 404 404 404
me:product_add                                   both in  404 200 403 200 404 404 404 404 404 404 404 404 404
me:product                                       both in  404 200 403 404 404 404 404 404 404 404 404 404 404
me:product_move                                  POST in  404 302 403 404 404 404 404 404 404 404 404 404 404
me:product_delete                                POST in  404 302 403 404 404 404 404 404 404 404 404 404 404
me:colleagues                                    GET  in  404 200 200 200 404 404 404 404 404 404 404 404 404
me:invite                                        both in  404 200 403 200 404 404 404 404 404 404 404 404 404
me:colleague                                     GET  in  404 200 403 404 404 404 404 404 404 404 404 404 404
me:colleague_remove                              POST in  404 302 302 404 404 404 404 404 404 404 404 404 404
me:colleague_role                                POST in  404 302 403 404 404 404 404 404 404 404 404 404 404
me:hand_over                                     POST in  404 302 403 404 404 404 404 404 404 404 404 404 404
me:invitation_again                              POST in  404 302 403 404 404 404 404 404 404 404 404 404 404
me:invitation_withdraw                           POST in  404 302 403 404 404 404 404 404 404 404 404 404 404
me:invitation                                    GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
me:invitation                                    POST in  302 302 302 302 302 302 302 302 302 302 302 302 302
me:export                                        both in  200 200 200 200 200 200 200 200 200 200 200 200 200
partners:desk                                    GET  in  404 404 404 404 404 404 200 200 200 404 404 404 404
admin:members_profilechange_changelist           both in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:members_profilechange_add                  both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_profilechange_history              both in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:members_profilechange_delete               both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_profilechange_change               GET  in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:members_profilechange_change               POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/members/profilechange/<path:object_id>/   both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_duplicatepair_search               GET  in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:members_duplicatepair_search               POST in  404 404 404 404 404 404 404 404 404 302 403 403 403
admin:members_duplicatepair_search_now           both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_duplicatepair_changelist           both in  404 404 404 404 404 404 404 404 404 200 403 200 403
admin:members_duplicatepair_add                  both in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:members_duplicatepair_history              both in  404 404 404 404 404 404 404 404 404 200 403 200 403
admin:members_duplicatepair_delete               both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_duplicatepair_change               both in  404 404 404 404 404 404 404 404 404 302 302 302 302
/admin/members/duplicatepair/<path:object_id>/   both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_merge_undo                         GET  in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:members_merge_undo                         POST in  404 404 404 404 404 404 404 404 404 302 403 403 403
admin:members_merge_changelist                   both in  404 404 404 404 404 404 404 404 404 200 403 200 403
admin:members_merge_add                          both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_merge_history                      both in  404 404 404 404 404 404 404 404 404 200 403 200 403
admin:members_merge_delete                       both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_merge_change                       GET  in  404 404 404 404 404 404 404 404 404 200 403 200 403
admin:members_merge_change                       POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/members/merge/<path:object_id>/           both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_enterprise_export                  GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_enterprise_changelist              both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_enterprise_add                     both in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:members_enterprise_history                 both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_enterprise_delete                  both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_enterprise_change                  GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_enterprise_change                  POST in  404 404 404 404 404 404 404 404 404 200 403 403 403
/admin/members/enterprise/<path:object_id>/      both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_town_changelist                    both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_town_add                           both in  404 404 404 404 404 404 404 404 404 403 403 403 200
admin:members_town_history                       both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_town_delete                        both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_town_change                        GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_town_change                        POST in  404 404 404 404 404 404 404 404 404 403 403 403 200
/admin/members/town/<path:object_id>/            both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_park_changelist                    both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_park_add                           both in  404 404 404 404 404 404 404 404 404 200 403 403 200
admin:members_park_history                       both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_park_delete                        both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_park_change                        GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_park_change                        POST in  404 404 404 404 404 404 404 404 404 200 403 403 200
/admin/members/park/<path:object_id>/            both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_industryclass_changelist           both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_industryclass_add                  both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_industryclass_history              both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_industryclass_delete               both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_industryclass_change               GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_industryclass_change               POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/members/industryclass/<path:object_id>/   both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_membership_grant                   GET  in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:members_membership_grant                   POST in  404 404 404 404 404 404 404 404 404 302 403 403 403
admin:members_membership_revoke                  both in  404 404 404 404 404 404 404 404 404 302 403 403 403
admin:members_membership_end                     both in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:members_membership_export                  GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_membership_changelist              both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_membership_add                     both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_membership_history                 both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_membership_delete                  both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_membership_change                  GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_membership_change                  POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/members/membership/<path:object_id>/      both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_partnerorganisation_changelist     both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_partnerorganisation_add            both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:members_partnerorganisation_history        both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_partnerorganisation_delete         both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_partnerorganisation_change         GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:members_partnerorganisation_change         POST in  404 404 404 404 404 404 404 404 404 403 200 403 200
/admin/members/partnerorganisation/<path:object_id>/ both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_importbatch_changelist             both in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:members_importbatch_add                    both in  404 404 404 404 404 404 404 404 404 200 403 403 403
admin:members_importbatch_history                both in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:members_importbatch_delete                 both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:members_importbatch_change                 GET  in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:members_importbatch_change                 POST in  404 404 404 404 404 404 404 404 404 302 403 403 403
/admin/members/importbatch/<path:object_id>/     both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:members_profilechange_decide               POST in  404 404 404 404 404 404 404 404 404 302 403 403 403
admin:members_duplicatepair_compare              GET  in  404 404 404 404 404 404 404 404 404 200 403 200 403
admin:members_duplicatepair_compare              POST in  404 404 404 404 404 404 404 404 404 302 403 403 403
admin:members_importbatch_progress               both in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:members_importbatch_findings               both in  404 404 404 404 404 404 404 404 404 200 403 200 200
admin:members_importbatch_undo                   both in  404 404 404 404 404 404 404 404 404 302 403 403 403
"""

ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "directory:profile": lambda world: {"code": world.enterprise.uscc},
    "me:contact": lambda world: {"pk": world.rows["contact"].pk},
    "me:product": lambda world: {"pk": world.enterprise.products.get().pk},
    "me:colleague": lambda world: {"pk": world.people["colleague"].representations.get().pk},
    "me:hand_over": lambda world: {"pk": world.people["colleague"].representations.get().pk},
    "me:invitation_": lambda world: {"pk": world.rows["invitation"].pk},
    "me:invitation": lambda world: {"token": world.rows["invitation"].token},
    "admin:members_profilechange_decide": lambda world: {"pk": world.rows["change"].pk},
    "admin:members_duplicatepair_compare": lambda world: {"pk": world.rows["pair"].pk},
    "admin:members_importbatch_progress": lambda world: {"pk": world.some("members.ImportBatch").pk},
    "admin:members_importbatch_findings": lambda world: {"pk": world.some("members.ImportBatch").pk},
    "admin:members_importbatch_undo": lambda world: {"pk": world.some("members.ImportBatch").pk},
    "admin:members_enterprise_export": lambda world: {"kind": "csv"},
    "admin:members_membership_export": lambda world: {"kind": "csv"},
}


def settle(world: "World") -> None:
    """Someone invited, a fact that waits for staff, two enterprises that look alike and one that was merged."""
    firm = world.enterprise
    world.rows["invitation"] = Invitation.objects.create(
        enterprise=firm,
        name="受邀人",
        phone="+8613900000009",
        expires_at=timezone.now() + datetime.timedelta(days=3),
    )
    world.rows["change"] = ProfileChange.objects.create(
        enterprise=firm, values={"address": "新址"}, before={"address": ""}, proposed_by=world.people["manager"]
    )
    left, right, third = (cast.enterprise("上海相像有限公司") for _number in range(3))
    world.rows["pair"] = DuplicatePair.objects.create(left=left, right=right, reasons=[], score=90)
    merge_enterprises(left, third, {}, by=world.people["registry"])
    firm.products.create(name="产品")
    firm.honours.create(title="荣誉", year=2020)
