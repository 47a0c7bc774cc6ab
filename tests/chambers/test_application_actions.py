"""The way of an application: every action, from every status, by everyone."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from chambers.applications import actions
from chambers.applications.errors import ApplicationError, CannotApply, Incomplete, UnderWay
from chambers.applications.models import ApplicationStep, MembershipApplication
from chambers.applications.statuses import MOVES, Status
from chambers.bodies.models import Affiliation
from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved, ReasonNeeded
from members.enterprises.models import Enterprise, Representative
from members.enterprises.uscc import InvalidCode
from members.membership.models import MembershipPeriod
from tests import cast
from tests.at_once import at_once, only_error
from tests.chambers.papers import CONTACT

VERBS = {
    "submit": lambda application, by: actions.submit_application(application, by=by),
    "withdraw": lambda application, by: actions.withdraw_application(application, by=by),
    "recommend": lambda application, by: actions.recommend_application(application, by=by),
    "return": lambda application, by: actions.return_application(application, by=by, reason="缺公章"),
    "approve": lambda application, by: actions.approve_application(application, by=by),
    "reject": lambda application, by: actions.reject_application(application, by=by, reason="不符合条件"),
}
TO = {
    "submit": Status.SUBMITTED,
    "withdraw": Status.WITHDRAWN,
    "recommend": Status.RECOMMENDED,
    "return": Status.RETURNED,
    "approve": Status.APPROVED,
    "reject": Status.REJECTED,
}
# Who may do it, status by status; what isn't here nobody may.
MAY = {
    ("submit", Status.DRAFT): {"applicant"},
    ("submit", Status.RETURNED): {"applicant"},
    ("withdraw", Status.DRAFT): {"applicant"},
    ("withdraw", Status.SUBMITTED): {"applicant"},
    ("withdraw", Status.RETURNED): {"applicant"},
    ("withdraw", Status.RECOMMENDED): {"applicant"},
    ("recommend", Status.SUBMITTED): {"secretary"},
    ("return", Status.SUBMITTED): {"secretary"},
    ("return", Status.RECOMMENDED): {"clerk", "superuser"},
    ("approve", Status.RECOMMENDED): {"clerk", "superuser"},
    ("reject", Status.RECOMMENDED): {"clerk", "superuser"},
}
PEOPLE = (
    *("applicant", "outsider", "representative_elsewhere", "secretary", "secretary_elsewhere", "bank_officer"),
    *("clerk", "services_clerk", "auditor", "administrator", "superuser"),
)


@pytest.fixture
def person(applicant, secretary, clerk):
    makers = {
        "applicant": lambda: applicant,
        "outsider": cast.outsider,
        "representative_elsewhere": cast.representative,
        "secretary": lambda: secretary,
        "secretary_elsewhere": cast.secretary,
        "bank_officer": cast.bank_officer,
        "clerk": lambda: clerk,
        "services_clerk": lambda: cast.staff("services_clerk"),
        "auditor": lambda: cast.staff("auditor"),
        "administrator": lambda: cast.staff("administrator"),
        "superuser": cast.superuser,
    }
    return lambda name: makers[name]()


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("verb", list(VERBS))
def test_who_may_do_what_in_which_status(application_in, person, verb, status):
    application = application_in(status)
    steps = application.steps.count()
    allowed = MAY.get((verb, status), set())
    expected = PermissionDenied if TO[verb] in MOVES[status] else AlreadyMoved
    for name in PEOPLE:
        if name in allowed:
            continue
        with pytest.raises(expected):
            VERBS[verb](application, person(name))
    application.refresh_from_db()
    assert (application.status, application.steps.count()) == (status, steps), "a refused action left something"
    if allowed:
        who = person(sorted(allowed)[0])
        VERBS[verb](application, who)
        application.refresh_from_db()
        last = application.steps.last()
        assert application.status == TO[verb]
        assert (last.from_status, last.to_status, last.actor) == (status, TO[verb], who)
        assert application.status_since == last.at


class TestNobodyDecidesTheirOwn:
    def test_a_secretary_who_applies_can_not_recommend(self, draft, chamber, secretary):
        application = actions.submit_application(draft(user=secretary), by=secretary)
        for verb in ("recommend", "return"):
            with pytest.raises(PermissionDenied):
                VERBS[verb](application, secretary)

    def test_a_secretary_who_acts_for_the_enterprise_can_not_recommend(self, application_in, secretary):
        application = application_in(Status.SUBMITTED, code=cast.enterprise().uscc)
        cast.represent(secretary, application.enterprise)
        with pytest.raises(PermissionDenied):
            actions.recommend_application(application, by=secretary)

    def test_staff_who_applied_can_not_decide(self, application_in, clerk):
        application = application_in(Status.RECOMMENDED, user=clerk)
        for verb in ("approve", "reject", "return"):
            with pytest.raises(PermissionDenied):
                VERBS[verb](application, clerk)

    def test_not_even_a_superuser_who_acts_for_the_enterprise(self, application_in):
        application = application_in(Status.RECOMMENDED, code=cast.enterprise().uscc)
        chief = cast.superuser()
        cast.represent(chief, application.enterprise)
        with pytest.raises(PermissionDenied):
            actions.approve_application(application, by=chief)

    def test_a_colleague_known_by_the_code_only_counts_as_own(self, application_in, secretary):
        """The enterprise came into the register, with the secretary acting for it, after the application was sent."""
        application = application_in(Status.SUBMITTED)
        cast.represent(secretary, cast.enterprise(uscc=application.uscc))
        with pytest.raises(PermissionDenied):
            actions.recommend_application(application, by=secretary)


class TestTwoPeopleAdmit:
    def test_a_secretary_who_is_staff_too_approves_nothing_they_recommended(self, application_in, secretary):
        application = application_in(Status.RECOMMENDED)
        secretary.is_staff = True
        secretary.save()
        secretary.groups.add(Group.objects.get(name="registry_clerk"))
        secretary = User.objects.get(pk=secretary.pk)
        with pytest.raises(PermissionDenied):
            actions.approve_application(application, by=secretary)
        assert actions.return_application(application, by=secretary, reason="再看").status == Status.RETURNED

    def test_nor_does_staff_who_stood_in_for_the_chamber(self, application_in, secretary, clerk):
        application = application_in(Status.SUBMITTED)
        secretary.chamber_offices.all().delete()
        actions.recommend_application(application, by=clerk)
        with pytest.raises(PermissionDenied):
            actions.approve_application(application, by=clerk)
        another = cast.staff("registry_clerk")
        assert actions.approve_application(application, by=another).status == Status.APPROVED


class TestAChamberWithoutSecretary:
    def test_staff_stand_in(self, application_in, secretary, clerk):
        application = application_in(Status.SUBMITTED)
        secretary.chamber_offices.update(until=timezone.localdate() - timezone.timedelta(days=1))
        actions.recommend_application(application, by=clerk)
        application.refresh_from_db()
        assert application.status == Status.RECOMMENDED

    def test_an_office_that_ran_out_gives_no_right(self, application_in, secretary):
        application = application_in(Status.SUBMITTED)
        secretary.chamber_offices.update(until=timezone.localdate() - timezone.timedelta(days=1))
        with pytest.raises(PermissionDenied):
            actions.recommend_application(application, by=secretary)

    def test_staff_stand_in_for_a_secretary_who_is_the_applicant(self, draft, secretary, clerk):
        application = actions.submit_application(draft(user=secretary), by=secretary)
        assert actions.recommend_application(application, by=clerk).status == Status.RECOMMENDED

    def test_but_not_while_a_second_secretary_could(self, draft, chamber, secretary, clerk):
        application = actions.submit_application(draft(user=secretary), by=secretary)
        cast.secretary(chamber)
        with pytest.raises(PermissionDenied):
            actions.recommend_application(application, by=clerk)


class TestBeginning:
    def test_a_code_is_normalised(self, applicant):
        code = cast.uscc()
        spaced = f" {code[:8].lower()} {code[8:]}".replace("1", "１")
        assert actions.begin_application(applicant, spaced).uscc == code

    def test_a_wrong_check_digit_is_said(self, applicant):
        code = cast.uscc()
        with pytest.raises(InvalidCode) as raised:
            actions.begin_application(applicant, code[:17] + ("A" if code[17] != "A" else "B"))
        assert code[17] in raised.value.message

    def test_beginning_twice_is_one_draft(self, applicant):
        code = cast.uscc()
        assert actions.begin_application(applicant, code) == actions.begin_application(applicant, code)

    def test_nobody_holds_dozens_of_drafts(self, applicant):
        for _number in range(actions.MOST_DRAFTS):
            last = actions.begin_application(applicant, cast.uscc())
        with pytest.raises(CannotApply):
            actions.begin_application(applicant, cast.uscc())
        assert actions.begin_application(applicant, last.uscc) == last
        actions.withdraw_application(last, by=applicant)
        assert actions.begin_application(applicant, cast.uscc()).status == Status.DRAFT

    def test_two_people_may_begin_but_only_one_submits(self, draft, applicant):
        other = cast.outsider()
        code = cast.uscc()
        first, second = draft(code=code), draft(user=other, code=code)
        actions.submit_application(first, by=applicant)
        with pytest.raises(UnderWay):
            actions.submit_application(second, by=other)
        second.refresh_from_db()
        assert second.status == Status.DRAFT
        with pytest.raises(UnderWay):
            actions.begin_application(cast.outsider(), code)

    def test_the_register_recognises_it(self, applicant):
        firm = cast.enterprise()
        application = actions.begin_application(applicant, firm.uscc)
        assert (application.enterprise, application.enterprise_name) == (firm, firm.name)

    def test_an_entry_merged_away_leads_to_the_one_kept(self, applicant):
        kept = cast.enterprise()
        gone = cast.enterprise(merged_into=kept)
        application = actions.begin_application(applicant, gone.uscc)
        assert (application.enterprise, application.uscc) == (kept, kept.uscc)

    def test_a_stranger_can_not_apply_where_somebody_acts(self, applicant):
        with pytest.raises(CannotApply):
            actions.begin_application(applicant, cast.enterprise_of(cast.representative()).uscc)

    @pytest.mark.parametrize("state", ["deregistered", "revoked", "moved_out"])
    def test_an_enterprise_out_of_business_can_not_join(self, applicant, state):
        with pytest.raises(CannotApply):
            actions.begin_application(applicant, cast.enterprise(state=state).uscc)

    def test_without_a_chamber_or_towns_nobody_is_led_into_the_form(self, db):
        firm = cast.enterprise(town=None)
        for code in (cast.uscc(), firm.uscc):
            with pytest.raises(CannotApply):
                actions.begin_application(cast.outsider(), code)
        cast.chamber(town=None)
        with pytest.raises(CannotApply):
            actions.begin_application(cast.outsider(), cast.uscc())
        # The register has its town, if it has one; nothing of it must be stated.
        assert actions.begin_application(cast.outsider(), firm.uscc).enterprise == firm
        cast.town("测试一镇", code="test-one")
        assert actions.begin_application(cast.outsider(), cast.uscc()).status == Status.DRAFT

    def test_a_member_is_told_when_renewal_opens(self, db):
        user = cast.representative(cast.member())
        with pytest.raises(CannotApply):
            actions.begin_application(user, cast.enterprise_of(user).uscc)

    @pytest.mark.parametrize(
        ("ends_in", "kind"),
        [(None, "new"), (50, "renewal"), (0, "renewal"), (-1, "renewal"), (-2, "rejoin"), (-900, "rejoin")],
    )
    def test_the_kind_follows_from_the_history(self, applicant, ends_in, kind):
        firm = cast.enterprise()
        if ends_in is not None:
            today = timezone.localdate()
            day = timezone.timedelta(days=1)
            cast.join(firm, today - 1000 * day, today + ends_in * day)
        assert actions.begin_application(applicant, firm.uscc).kind == kind

    def test_a_renewal_keeps_licence_and_chamber_of_before(self, application_in, clerk):
        application = application_in(Status.APPROVED)
        today = timezone.localdate()
        MembershipPeriod.objects.update(starts_on=today - timezone.timedelta(days=360), ends_on=today)
        again = actions.begin_application(application.applicant, application.uscc)
        assert again != application
        assert (again.licence, again.chamber, again.kind) == (application.licence, application.chamber, "renewal")


@pytest.mark.parametrize(
    ("spoil", "step"),
    [
        (lambda row: row.form.pop("facts"), "enterprise"),
        (lambda row: row.form["facts"].update(industry=None), "business"),
        (lambda row: row.form.pop("contact"), "contact"),
        (lambda row: setattr(row, "chamber", None), "chamber"),
        (lambda row: setattr(row, "licence", None), "licence"),
        (lambda row: row.form.pop("consent"), "review"),
    ],
)
def test_an_incomplete_form_names_the_step(draft, applicant, spoil, step):
    application = draft()
    spoil(application)
    application.save()
    with pytest.raises(Incomplete) as raised:
        actions.submit_application(application, by=applicant)
    assert raised.value.step == step


def test_a_chamber_that_has_ended_meanwhile_must_be_chosen_again(draft, applicant, chamber):
    application = draft()
    chamber.state = "dissolved"
    chamber.save()
    with pytest.raises(Incomplete) as raised:
        actions.submit_application(application, by=applicant)
    assert raised.value.step == "chamber"


@pytest.mark.parametrize("verb", ["return", "reject"])
def test_a_reason_is_needed(application_in, clerk, verb):
    application = application_in(Status.RECOMMENDED)
    act = actions.return_application if verb == "return" else actions.reject_application
    with pytest.raises(ReasonNeeded):
        act(application, by=clerk, reason="   ")


def test_what_was_returned_is_mended_and_sent_again(application_in, applicant, secretary):
    application = application_in(Status.RETURNED)
    first_sent = application.submitted_at
    actions.save_step(application, applicant, "contact", contact={**CONTACT, "name": "新联系人"})
    actions.submit_application(application, by=applicant)
    application.refresh_from_db()
    assert application.status == Status.SUBMITTED
    assert application.submitted_at == first_sent
    assert [step.to_status for step in application.steps.all()] == ["submitted", "returned", "submitted"]


def test_nothing_is_kept_of_a_form_that_was_sent(application_in, applicant):
    application = application_in(Status.SUBMITTED)
    with pytest.raises(AlreadyMoved):
        actions.save_step(application, applicant, "contact", contact={"name": "别人"})


class TestApproval:
    def test_a_new_enterprise_enters_the_register_with_all_that_belongs_to_it(self, application_in, chamber, applicant):
        application = application_in(Status.APPROVED)
        firm = Enterprise.objects.get(uscc=application.uscc)
        assert (firm.name, firm.section, firm.staff_count) == ("上海新客科技有限公司", "I", 20)
        assert firm.listed and firm.listed_at
        assert application.enterprise == firm
        assert application.period.kind == "new"
        assert application.period.membership.number.endswith("-00001")
        contact = firm.contacts.get()
        assert (contact.name, contact.phone, contact.is_primary) == ("顾联系", "+8613912345678", True)
        seat = Representative.objects.get(enterprise=firm)
        assert (seat.user, seat.role, seat.since) == (applicant, "manager", timezone.localdate())
        place = Affiliation.objects.get(enterprise=firm)
        assert (place.chamber, place.is_primary, place.since) == (chamber, True, timezone.localdate())

    def test_the_register_is_filled_in_not_overwritten(self, applicant, chamber, draft, secretary, clerk):
        firm = cast.enterprise(legal_representative="老法人", staff_count=None)
        application = draft(code=firm.uscc)
        facts = {"legal_representative": "新法人", "staff_count": 44}
        actions.save_step(application, applicant, "enterprise", facts=facts)
        actions.submit_application(application, by=applicant)
        actions.recommend_application(application, by=secretary)
        actions.approve_application(application, by=clerk)
        firm.refresh_from_db()
        assert (firm.legal_representative, firm.staff_count) == ("老法人", 44)

    def test_a_second_chamber_is_no_second_primary(self, draft, secretary, clerk, applicant):
        firm = cast.enterprise()
        elsewhere = cast.chamber()
        cast.affiliate(firm, elsewhere)
        application = actions.submit_application(draft(code=firm.uscc), by=applicant)
        actions.recommend_application(application, by=secretary)
        actions.approve_application(application, by=clerk)
        primary = firm.affiliations.get(is_primary=True)
        assert primary.chamber == elsewhere
        assert firm.affiliations.count() == 2

    def test_where_somebody_manages_already_the_applicant_becomes_a_colleague(self, draft, secretary, clerk, applicant):
        firm = cast.enterprise()
        application = actions.submit_application(draft(code=firm.uscc), by=applicant)
        cast.representative(firm)
        actions.recommend_application(application, by=secretary)
        actions.approve_application(application, by=clerk)
        assert Representative.objects.get(user=applicant).role == "colleague"

    def test_a_renewal_follows_on_under_the_same_number(self, application_in):
        firm = cast.enterprise()
        user = cast.representative(firm)
        today = timezone.localdate()
        before = cast.join(firm, today - timezone.timedelta(days=340), today + timezone.timedelta(days=24))
        application = application_in(Status.APPROVED, user=user, code=firm.uscc)
        assert application.period.kind == "renewal"
        assert application.period.starts_on == before.ends_on + timezone.timedelta(days=1)
        assert application.period.membership == before.membership

    def test_what_the_register_refuses_is_said_and_nothing_is_half_done(self, application_in, clerk):
        application = application_in(Status.RECOMMENDED)
        application.form["facts"]["name"] = ""
        application.save()
        with pytest.raises(ApplicationError):
            actions.approve_application(application, by=clerk)
        application.refresh_from_db()
        assert application.status == Status.RECOMMENDED
        assert not Enterprise.objects.filter(uscc=application.uscc).exists()


@pytest.mark.django_db(transaction=True)
def test_two_staff_approve_at_once_one_wins_and_the_other_is_told():
    chamber = cast.chamber()
    secretary, applicant = cast.secretary(chamber), cast.outsider()
    clerks = [cast.staff(name=f"干部{number}") for number in range(2)]
    firm = cast.enterprise()
    application = MembershipApplication.objects.create(
        applicant=applicant,
        uscc=firm.uscc,
        enterprise=firm,
        enterprise_name=firm.name,
        chamber=chamber,
        status=Status.RECOMMENDED,
        submitted_at=timezone.now(),
        form={"contact": CONTACT},
    )
    seen = [(MembershipApplication.objects.get(pk=application.pk), by) for by in clerks]
    lost = only_error(at_once(*(lambda one=one, by=by: actions.approve_application(one, by=by) for one, by in seen)))
    assert isinstance(lost, AlreadyMoved)
    winner = ApplicationStep.objects.get(application=application, to_status=Status.APPROVED).actor
    assert str(winner) in lost.message
    assert MembershipPeriod.objects.count() == 1
    assert secretary.messages.filter(rule="application-approved").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_submit_for_one_enterprise_at_once_and_one_is_told(draft):
    code = cast.uscc()
    people = [cast.outsider(), cast.outsider()]
    drafts = [draft(user=user, code=code) for user in people]
    outcomes = at_once(
        *(lambda one=one, by=by: actions.submit_application(one, by=by) for one, by in zip(drafts, people, strict=True))
    )
    assert isinstance(only_error(outcomes), UnderWay)
    assert MembershipApplication.objects.filter(status=Status.SUBMITTED).count() == 1
