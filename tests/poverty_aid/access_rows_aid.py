"""Who opens what of villages, pairings and contributions. How a piece is written: tests/access_table.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from poverty_aid.contributions.models import Contribution, Delivery
from poverty_aid.pairings.models import Pairing
from poverty_aid.villages.models import Story, Village, VillageName
from tests import cast
from tests.poverty_aid import aid

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
poverty_aid:home                                 GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
poverty_aid:villages                             GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
poverty_aid:village                              GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
poverty_aid:ours                                 GET  in  404 200 200 200 404 404 404 404 404 404 404 404 404
poverty_aid:propose                              both in  404 200 403 200 404 404 404 404 404 404 404 404 404
poverty_aid:pledge                               both in  404 200 403 200 404 404 404 404 404 404 404 404 404
poverty_aid:village_desk                         GET  in  404 404 404 404 404 404 404 404 200 404 404 404 404
poverty_aid:pairing                              GET  in  404 200 200 404 200 404 404 404 200 200 200 200 200
poverty_aid:pledge_under                         both in  404 200 403 404 403 404 404 404 403 403 403 403 403
poverty_aid:pairing_withdraw                     POST in  404 302 403 404 403 404 404 404 403 403 403 403 403
poverty_aid:pairing_decline                      POST in  404 403 403 404 403 404 404 404 200 403 200 403 403
poverty_aid:pairing_begin                        POST in  404 302 403 404 403 404 404 404 403 403 403 403 403
poverty_aid:pairing_report                       POST in  404 200 403 404 403 404 404 404 403 403 403 403 403
poverty_aid:pairing_accept                       POST in  404 403 403 404 403 404 404 404 302 403 403 403 403
poverty_aid:pairing_return                       POST in  404 403 403 404 403 404 404 404 200 403 403 403 403
poverty_aid:contribution                         GET  in  404 200 200 404 200 404 404 404 200 404 200 200 200
poverty_aid:deliver                              POST in  404 200 403 404 403 404 404 404 403 404 403 403 403
poverty_aid:withdraw                             POST in  404 302 403 404 403 404 404 404 403 404 403 403 403
poverty_aid:close                                POST in  404 200 403 404 403 404 404 404 403 404 200 403 403
poverty_aid:replace                              both in  404 200 403 404 403 404 404 404 403 404 200 403 403
poverty_aid:confirm                              POST in  404 403 403 404 403 404 404 404 200 404 403 403 403
poverty_aid:dispute                              POST in  404 403 403 404 403 404 404 404 200 404 403 403 403
chamber_pairings:list                            GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_pairings:propose                         both in  404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_pairings:pledge                          both in  404 404 404 404 200 200 404 404 404 404 404 404 404
admin:poverty_aid_contribution_settle            both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:poverty_aid_contribution_replace           both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:poverty_aid_contribution_correct           both in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:poverty_aid_contribution_reverse           both in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:poverty_aid_contribution_confirm           both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:poverty_aid_contribution_close             both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:poverty_aid_contribution_changelist        both in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:poverty_aid_contribution_add               both in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:poverty_aid_contribution_history           both in  404 404 404 404 404 404 404 404 404 302 200 200 200
admin:poverty_aid_contribution_delete            both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_contribution_change            GET  in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:poverty_aid_contribution_change            POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/poverty_aid/contribution/<path:object_id>/ both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:poverty_aid_ledgerentry_export             GET  in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:poverty_aid_ledgerentry_changelist         both in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:poverty_aid_ledgerentry_add                both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_ledgerentry_history            both in  404 404 404 404 404 404 404 404 404 302 200 200 200
admin:poverty_aid_ledgerentry_delete             both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_ledgerentry_change             GET  in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:poverty_aid_ledgerentry_change             POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/poverty_aid/ledgerentry/<path:object_id>/ both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:poverty_aid_pairing_sign                     both  in 404 404 404 404 404 404 404 404 404 403 200 403 403
admin:poverty_aid_pairing_decline                  both  in 404 404 404 404 404 404 404 404 404 403 200 403 403
admin:poverty_aid_pairing_archive                both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:poverty_aid_pairing_begin                  both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:poverty_aid_pairing_report                 both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:poverty_aid_pairing_accept                 both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:poverty_aid_pairing_pledge                 both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:poverty_aid_pairing_export                 GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_pairing_changelist             both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_pairing_add                    both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_pairing_history                both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_pairing_delete                 both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_pairing_change                 GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_pairing_change                 POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/poverty_aid/pairing/<path:object_id>/     both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:poverty_aid_programme_changelist           both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_programme_add                  both in  404 404 404 404 404 404 404 404 404 403 403 403 200
admin:poverty_aid_programme_history              both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_programme_delete               both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_programme_change               GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_programme_change               POST in  404 404 404 404 404 404 404 404 404 403 403 403 200
/admin/poverty_aid/programme/<path:object_id>/   both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:poverty_aid_campaign_changelist            both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_campaign_add                   both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:poverty_aid_campaign_history               both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_campaign_delete                both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_campaign_change                GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_campaign_change                POST in  404 404 404 404 404 404 404 404 404 403 200 403 200
/admin/poverty_aid/campaign/<path:object_id>/    both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:poverty_aid_intermediary_changelist        both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_intermediary_add               both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:poverty_aid_intermediary_history           both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_intermediary_delete            both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_intermediary_change            GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_intermediary_change            POST in  404 404 404 404 404 404 404 404 404 403 200 403 200
/admin/poverty_aid/intermediary/<path:object_id>/ both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:poverty_aid_county_changelist              both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_county_add                     both in  404 404 404 404 404 404 404 404 404 403 403 403 200
admin:poverty_aid_county_history                 both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_county_delete                  both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_county_change                  GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_county_change                  POST in  404 404 404 404 404 404 404 404 404 403 403 403 200
/admin/poverty_aid/county/<path:object_id>/      both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:poverty_aid_village_rename                 both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:poverty_aid_village_merge                  both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:poverty_aid_village_changelist             both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_village_add                    both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:poverty_aid_village_history                both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_village_delete                 both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_village_change                 GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_village_change                 POST in  404 404 404 404 404 404 404 404 404 403 200 403 200
/admin/poverty_aid/village/<path:object_id>/     both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:poverty_aid_story_changelist               both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_story_add                      both in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:poverty_aid_story_history                  both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_story_delete                   both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:poverty_aid_story_change                   GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:poverty_aid_story_change                   POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
/admin/poverty_aid/story/<path:object_id>/       both in  404 404 404 404 404 404 404 404 404 302 302 302 302
"""

ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "poverty_aid:village": lambda world: {"code": world.rows["aid village"].code},
    "poverty_aid:pairing": lambda world: {"pk": world.rows["pairing"].pk},
    "poverty_aid:pledge_under": lambda world: {"pk": world.rows["pairing"].pk},
    "poverty_aid:contribution": lambda world: {"pk": world.rows["gift"].pk},
    "poverty_aid:deliver": lambda world: {"pk": world.rows["gift"].pk},
    "poverty_aid:withdraw": lambda world: {"pk": world.rows["gift"].pk},
    "poverty_aid:close": lambda world: {"pk": world.rows["gift"].pk},
    "poverty_aid:replace": lambda world: {"pk": world.rows["gift"].pk, "delivery": world.rows["delivery"].pk},
    "poverty_aid:confirm": lambda world: {"pk": world.rows["gift"].pk, "delivery": world.rows["delivery"].pk},
    "poverty_aid:dispute": lambda world: {"pk": world.rows["gift"].pk, "delivery": world.rows["delivery"].pk},
    "poverty_aid:village_desk": lambda world: {},
    "poverty_aid:villages": lambda world: {},
    "admin:poverty_aid_ledgerentry_export": lambda world: {"kind": "csv"},
    "admin:poverty_aid_pairing_export": lambda world: {"kind": "csv"},
}


def settle(world: "World") -> None:
    """The manager's enterprise, paired with the village that logs in, has delivered what the village may confirm."""
    village: Village = aid.village("准入村", partner=world.village)
    VillageName.objects.create(village=village, name="原准入村", code=village.code, until="2020-01-01")
    manager, staff = cast.representative(world.enterprise), aid.keeper()
    world.rows["aid village"] = village
    Story.objects.create(village=village, title="新路通了", text="村里修了一条路。")
    pairing: Pairing = aid.pairing_in("under_way", manager, village, staff, enterprise=world.enterprise)
    gift: Contribution = aid.pledged(manager, village, 100, pairing=pairing, givers=[aid.Giver(world.enterprise)])
    delivery: Delivery = aid.delivered(gift, manager)
    gift.refresh_from_db()
    world.rows |= {"pairing": pairing, "gift": gift, "delivery": delivery}
    aid.confirmed_gift(manager, village, 7, givers=[aid.Giver(world.enterprise)])
