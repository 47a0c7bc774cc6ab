"""Who opens what of finance matching. How a piece is written: tests/access_table.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from services.finance.models import FinancePaper, PolicyDesk
from tests import cast

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
services                                         GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
finance:about                                    GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
finance:start                                    GET   in 302 200 200 200 302 302 302 302 302 302 302 302 302
finance:start                                    POST  in 404 302 403 302 404 404 404 404 404 404 404 404 404
finance:status                                   GET   in 404 200 200 404 403 404 404 403 404 404 403 403 404
finance:take_back                                POST  in 404 302 403 404 403 404 404 404 404 404 403 403 404
finance:withdraw                                 POST  in 404 302 403 404 403 404 404 404 404 404 403 403 404
finance:papers                                   both  in 404 200 403 404 404 404 404 404 404 404 404 404 404
finance:remove_paper                             POST  in 404 302 403 404 404 404 404 404 404 404 404 404 404
finance:consent                                  both  in 404 200 403 404 403 404 404 403 404 404 403 403 404
finance:withdraw_consent                         POST  in 404 302 403 404 403 404 404 403 404 404 403 403 404
finance:review                                   both  in 404 200 403 404 404 404 404 404 404 404 404 404 404
finance:answer                                   POST  in 404 302 403 404 403 404 404 403 404 404 403 403 404
finance:step                                     both  in 404 200 403 404 404 404 404 404 404 404 404 404 404
chamber_finance:list                             GET   in 404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_finance:application                      GET   in 404 404 404 404 200 404 404 404 404 404 404 404 404
chamber_finance:contact                          both  in 404 404 404 404 200 404 404 404 404 404 404 404 404
chamber_finance:endorse                          POST  in 404 404 404 404 200 404 404 404 404 404 404 404 404
chamber_finance:return                           POST  in 404 404 404 404 200 404 404 404 404 404 404 404 404
policy_desk:list                                 GET   in 404 404 404 404 404 404 404 200 404 404 404 404 404
policy_desk:application                          GET   in 404 404 404 404 404 404 404 200 404 404 404 404 404
policy_desk:decide                               POST  in 404 404 404 404 404 404 404 200 404 404 404 404 404
admin:services_financeapplication_export         GET   in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_financeapplication_assign         both  in 404 404 404 404 404 404 404 404 404 403 200 403 403
admin:services_financeapplication_send_back      both  in 404 404 404 404 404 404 404 404 404 403 302 403 403
admin:services_financeapplication_decline        both  in 404 404 404 404 404 404 404 404 404 403 302 403 403
admin:services_financeapplication_endorse        both  in 404 404 404 404 404 404 404 404 404 403 302 403 403
admin:services_financeapplication_pass_on        both  in 404 404 404 404 404 404 404 404 404 403 302 403 403
admin:services_financeapplication_changelist     both  in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_financeapplication_add            both  in 404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_financeapplication_history        both  in 404 404 404 404 404 404 404 404 404 302 200 200 302
admin:services_financeapplication_delete         both  in 404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_financeapplication_change         GET   in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_financeapplication_change         POST  in 404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/services/financeapplication/<path:object_id>/ both  in 404 404 404 404 404 404 404 404 404 302 302 302 302
admin:services_policydesk_changelist             both  in 404 404 404 404 404 404 404 404 404 403 200 200 200
admin:services_policydesk_add                    both  in 404 404 404 404 404 404 404 404 404 403 200 403 200
admin:services_policydesk_history                both  in 404 404 404 404 404 404 404 404 404 403 200 200 200
admin:services_policydesk_delete                 both  in 404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_policydesk_change                 GET   in 404 404 404 404 404 404 404 404 404 403 200 200 200
admin:services_policydesk_change                 POST  in 404 404 404 404 404 404 404 404 404 403 200 403 200
/admin/services/policydesk/<path:object_id>/     both  in 404 404 404 404 404 404 404 404 404 302 302 302 302
"""


def settle(world: "World") -> None:
    """An application at the world's bank, after all hands; a draft, and one that waits for the chamber; the world's
    department is the government desk."""
    from tests.services.finance_cast import FinanceCast

    PolicyDesk.objects.get_or_create(organisation=world.department, until=None, defaults={"since": cast.LONG_AGO})
    hands = FinanceCast(
        chamber=world.chamber,
        enterprise=world.enterprise,
        manager=world.people["manager"],
        secretary=world.people["secretary"],
        department=world.department,
        officer=world.people["department"],
        clerk=cast.staff("services_clerk"),
        bank=world.bank,
        banker=world.people["bank"],
    )
    world.rows["finance draft"] = hands.draft()
    world.rows["finance sent"] = hands.sent()
    world.rows["finance endorsed"] = hands.endorsed()
    world.rows["finance loan"] = hands.at_bank()
    world.rows["finance"] = world.rows["finance loan"].application
    world.rows["finance paper"] = FinancePaper.objects.filter(application=world.rows["finance draft"]).first()


ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "finance:": lambda world: {"pk": world.rows["finance"].pk},
    "finance:take_back": lambda world: {"pk": world.rows["finance sent"].pk},
    "finance:withdraw": lambda world: {"pk": world.rows["finance sent"].pk},
    "admin:services_financeapplication_": lambda world: {"object_id": world.rows["finance"].pk},
    "finance:step": lambda world: {"pk": world.rows["finance draft"].pk, "step": "need"},
    "finance:papers": lambda world: {"pk": world.rows["finance draft"].pk},
    "finance:review": lambda world: {"pk": world.rows["finance draft"].pk},
    "finance:remove_paper": lambda world: {
        "pk": world.rows["finance draft"].pk,
        "paper": world.rows["finance paper"].pk,
    },
    "finance:withdraw_consent": lambda world: {"pk": world.rows["finance"].pk, "bank": world.bank.pk},
    "finance:answer": lambda world: {"pk": world.rows["finance"].pk, "loan": world.rows["finance loan"].pk},
    "chamber_finance:": lambda world: {"pk": world.rows["finance sent"].pk},
    "policy_desk:": lambda world: {"pk": world.rows["finance endorsed"].pk},
}
