"""What chambers put on an enterprise's desk."""

import pytest
from django.urls import reverse
from django.utils import timezone

from chambers.applications.models import MembershipApplication
from chambers.desk_panels import apply_or_renew
from members.desk.panels import panels_for
from members.membership.status import Standing
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return cast.representative()


def application(manager, status: str, **fields) -> MembershipApplication:
    firm = cast.enterprise_of(manager)
    fields.setdefault("applicant", manager)
    return MembershipApplication.objects.create(
        uscc=firm.uscc,
        enterprise=firm,
        enterprise_name=firm.name,
        status=status,
        submitted_at=None if status == "draft" else timezone.now(),
        **fields,
    )


def step(manager, standing: Standing = Standing.NEVER):
    return apply_or_renew(manager, cast.enterprise_of(manager), standing)


@pytest.mark.parametrize("standing", [Standing.NEVER, Standing.LAPSED, Standing.EXPIRING])
def test_who_is_not_or_not_long_a_member_is_asked_to_apply(manager, standing):
    assert step(manager, standing).url == f"{reverse('apply:start')}?uscc={cast.enterprise_of(manager).uscc}"


def test_a_member_has_nothing_to_do(manager):
    assert step(manager, Standing.MEMBER) is None


@pytest.mark.parametrize(("status", "asks"), [("draft", True), ("returned", True), ("submitted", False)])
def test_what_was_begun_comes_first(manager, status, asks):
    begun = application(manager, status)
    assert (step(manager).url, step(manager).asks) == (begun.get_absolute_url(), asks)


@pytest.mark.parametrize("status", ["approved", "rejected", "withdrawn"])
def test_what_is_over_leads_nowhere(manager, status):
    application(manager, status)
    assert step(manager).url.startswith(reverse("apply:start"))


def test_anothers_draft_is_not_gone_on_with(manager):
    application(manager, "draft", applicant=cast.outsider())
    assert step(manager).url.startswith(reverse("apply:start"))


def test_panels_are_bounded_and_of_this_enterprise_only(manager):
    firm = cast.enterprise_of(manager)
    for _ in range(7):
        application(manager, "rejected")
    other = cast.representative()
    application(other, "rejected")
    cast.affiliate(firm, cast.chamber("测试商会甲"))
    cast.affiliate(cast.enterprise_of(other), cast.chamber("测试商会乙"))
    panels = {panel.name: panel for panel in panels_for(manager, firm)}
    assert (len(panels["applications"].rows), panels["applications"].total) == (5, 7)
    assert [row.title for row in panels["chambers"].rows] == ["测试商会甲"]
