"""What this floor and the one below hold about an enterprise or a person, for them to take along."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.models import PersonalDataAccess, SecurityEvent
from federation.files.models import StoredFile
from members.desk.exports import Sheet, enterprise_export, person_export, sheet_of
from members.desk.models import Invitation
from members.enterprises.models import Enterprise, Representative
from members.membership.models import MembershipPeriod

ENTERPRISE_FIELDS = (
    *("uscc", "registration_number", "name", "short_name", "state", "registration_type", "registration_type_text"),
    *("control", "industry", "section", "size_class", "legal_representative", "registered_on", "capital"),
    *("capital_currency", "scope", "town", "park", "district", "address", "parent", "staff_count", "revenue"),
    *("assets", "introduction", "website", "public_phone", "logo", "listed", "listed_at", "created_at", "updated_at"),
)


@enterprise_export
def enterprise_itself(enterprise: Enterprise) -> Iterable[Sheet]:
    merged = Enterprise.objects.filter(pk=enterprise.pk) | Enterprise.objects.filter(merged_into=enterprise)
    yield sheet_of("enterprise", _("enterprise"), merged, ENTERPRISE_FIELDS)
    yield sheet_of("former_names", _("former names"), enterprise.former_names.all(), ("name", "until", "source"))
    yield sheet_of(
        "yearly_figures",
        _("yearly figures"),
        enterprise.size_snapshots.all(),
        ("year", "industry_code", "staff_count", "revenue", "assets", "size_class", "computed_at"),
    )
    yield sheet_of(
        "contacts", _("contacts"), enterprise.contacts.all(), ("name", "position", "phone", "email", "is_primary")
    )
    yield sheet_of("products", _("products"), enterprise.products.all(), ("name", "description", "picture", "position"))
    yield sheet_of("honours", _("honours"), enterprise.honours.all(), ("title", "awarded_by", "year", "confirmed"))
    yield sheet_of("branches", _("branches"), enterprise.branches.all(), ("uscc", "name", "state", "address"))


@enterprise_export
def its_people_and_proposals(enterprise: Enterprise) -> Iterable[Sheet]:
    yield sheet_of(
        "representatives", _("representatives"), enterprise.representatives.all(), ("user", "role", "since", "until")
    )
    yield sheet_of(
        "invitations",
        _("invitations"),
        Invitation.objects.filter(enterprise=enterprise),
        ("name", "role", "phone", "email", "invited_by", "created_at", "expires_at", "accepted_at", "withdrawn_at"),
    )
    yield sheet_of(
        "proposed_changes",
        _("proposed changes"),
        enterprise.profile_changes.all(),
        ("status", "values", "before", "proposed_by", "proposed_at", "decided_at", "reason"),
    )


@enterprise_export
def its_membership(enterprise: Enterprise) -> Iterable[Sheet]:
    yield sheet_of(
        "membership_periods",
        _("membership periods"),
        MembershipPeriod.with_revoked.filter(membership__enterprise=enterprise),
        ("membership", "kind", "starts_on", "ends_on", "decided_at", "end_reason", "revoked_at"),
    )


@person_export
def account(user: User) -> Iterable[Sheet]:
    yield sheet_of(
        "account",
        _("account"),
        User.objects.filter(pk=user.pk),
        ("username", "name", "phone", "phone_verified", "email", "language", "date_joined", "last_login"),
    )
    yield sheet_of(
        "acted_for",
        _("enterprises acted for"),
        Representative.objects.filter(user=user),
        ("enterprise", "role", "since", "until"),
    )
    yield sheet_of(
        "partner_offices", _("partner offices"), user.partner_offices.all(), ("organisation", "since", "until")
    )
    yield sheet_of(
        "messages",
        _("messages"),
        user.messages.all(),
        ("title", "body", "url", "created_at", "read_at"),
    )
    yield sheet_of(
        "security_events",
        _("security events"),
        SecurityEvent.objects.filter(user=user),
        ("at", "kind", "address", "detail"),
    )
    yield sheet_of(
        "looks_at_personal_data",
        _("looks at personal data"),
        PersonalDataAccess.objects.filter(subject_key=f"{user._meta.label_lower}:{user.pk}"),
        ("at", "field", "reason"),
    )
    yield sheet_of(
        "files",
        _("files uploaded"),
        StoredFile.objects.filter(uploaded_by=user),
        ("name", "purpose", "content_type", "size", "uploaded_at"),
    )
