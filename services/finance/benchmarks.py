"""Pages of finance matching for ./scripts/bench; the rows are filled with the drawdowns' (drawdowns/benchmarks.py)."""

from federation.accounts.models import User
from federation.benchmarks.people import benchmark_user
from federation.benchmarks.registry import page, visitor
from members.partners.models import PartnerOfficer, PartnerOrganisation
from services.drawdowns.benchmarks import SINCE
from services.finance.models import FinanceApplication, PolicyDesk

SHOWN = 24


@visitor("policy")
def desk_officer() -> User:
    department, _made = PartnerOrganisation.objects.get_or_create(
        name="金融服务窗口", defaults={"kind": PartnerOrganisation.Kind.DEPARTMENT}
    )
    PolicyDesk.objects.get_or_create(organisation=department, defaults={"since": SINCE})
    user = benchmark_user("bench-policy")
    PartnerOfficer.objects.get_or_create(organisation=department, user=user, defaults={"since": SINCE})
    return user


def _of_the_first_chamber(base: str) -> list[str]:
    found = FinanceApplication.objects.filter(chamber=1).order_by("-status_since", "-pk")
    return [f"{base}{pk}/" for pk in found.values_list("pk", flat=True)[:SHOWN]]


def _of_the_enterprise() -> list[str]:
    """That of the measurements has the first number."""
    found = FinanceApplication.objects.filter(enterprise=1).order_by("pk").values_list("pk", flat=True)[:SHOWN]
    return [f"/services/finance/applications/{pk}/" for pk in found]


def _decided() -> list[str]:
    """All as far as the first."""
    first = FinanceApplication.objects.get(pk=1)
    alike = FinanceApplication.objects.filter(status=first.status, policy=first.policy).order_by("pk")
    return [f"/partners/policy/{pk}/" for pk in alike.values_list("pk", flat=True)[:SHOWN]]


def _records() -> list[str]:
    """All as far as the first: what a record's page asks for depends on how far it is."""
    alike = FinanceApplication.objects.filter(status=FinanceApplication.objects.get(pk=1).status)
    found = alike.order_by("-status_since", "-pk").values_list("pk", flat=True)[:SHOWN]
    return [f"/admin/services/financeapplication/{pk}/change/" for pk in found]


page("Services", "/services/")
page("Finance matching", "/services/finance/")
page("Finance applications of a chamber", "/chamber/finance/", "/chamber/finance/?status=granted", visitor="secretary")
page("A finance application", lambda: _of_the_first_chamber("/chamber/finance/"), visitor="secretary")
page("Finance applications of an enterprise", "/services/finance/applications/", visitor="enterprise")
page("An enterprise's finance application", _of_the_enterprise, visitor="enterprise")
page("Finance applications at the government desk", "/partners/policy/", visitor="policy")
page("A finance application at the government desk", _decided, visitor="policy")
page("Finance applications in the admin", "/admin/services/financeapplication/", visitor="services")
page(
    "Finance applications in the admin, narrowed",
    "/admin/services/financeapplication/?status__exact=granted&kind__exact=renewal",
    visitor="services",
)
page("A finance application in the admin", _records, visitor="services")
