"""People and their roles. A person's rights come from roles and dated offices only, never from single permissions."""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import BooleanRadioFilter, RelatedDropdownFilter
from unfold.dataclasses import UnfoldAction
from unfold.decorators import action, display
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget, UnfoldAdminSelectWidget

from federation.accounts.actions import reset_second_factor, vouch_for_contacts
from federation.accounts.fields import PhoneField
from federation.accounts.models import User
from federation.accounts.notices import tell_contacts_changed, tell_factor_removed
from federation.accounts.phones import phone_or_none
from federation.accounts.roles import Role
from federation.portal.admin_base import PortalModelAdmin, RecordAdmin, Unchangeable
from federation.portal.admin_forms import MaskedFieldsForm
from federation.portal.formats import masked_phone


class UserForm(MaskedFieldsForm):
    class Meta:
        model = User
        fields = ["name", "username", "phone", "email", "language", "is_active", "is_staff", "groups"]
        field_classes = {"phone": PhoneField}
        help_texts = {"phone": _("Eleven digits; a number of another country with its code, such as +852.")}
        widgets = {"groups": UnfoldAdminCheckboxSelectMultipleWidget}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            self.fields["language"] = forms.ChoiceField(
                label=self.fields["language"].label, choices=settings.LANGUAGES, widget=UnfoldAdminSelectWidget
            )
        if "groups" in self.fields:
            roles = self.fields["groups"]
            roles.label_from_instance = role_label
            roles.label = _("roles")
            roles.help_text = _("What the person may do follows from these alone.")


def role_label(group: Group) -> str:
    return str(dict(Role.choices).get(group.name, group.name))


@admin.register(User)
class UserAdmin(RecordAdmin):
    """Accounts are closed, not deleted. Who isn't a superuser can neither make one nor change one."""

    form = UserForm
    quick_search = True
    ordering = ["-pk"]
    list_display = ["name_and_user_name", "phone_masked", "is_staff", "roles", "is_active", "last_login"]
    list_filter = [
        ("is_staff", BooleanRadioFilter),
        ("is_active", BooleanRadioFilter),
        ("groups", RelatedDropdownFilter),
    ]
    search_fields = ["name", "username"]
    sortable_by = ["name_and_user_name", "last_login"]
    actions_detail = ["reset_factor"]
    readonly_fields = ["phone_verified", "last_login", "date_joined", "roles"]
    fieldsets = [
        (None, {"fields": [("name", "username"), ("phone", "phone_verified"), ("email", "language")]}),
        (_("Rights"), {"fields": ["is_active", "is_staff", "groups"]}),
        (_("Record"), {"fields": [("last_login", "date_joined")]}),
    ]
    add_fieldsets = [
        (None, {"fields": [("name", "username"), ("phone", "email"), "language"]}),
        (_("Rights"), {"fields": ["is_staff", "groups"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[User], search_term: str
    ) -> tuple[QuerySet[User], bool]:
        """By name and user name, or by a whole telephone number or e-mail address."""
        found, doubled = super().get_search_results(request, queryset, search_term)
        term = search_term.strip()
        if "@" in term:
            found = found | queryset.filter(email=term.lower())
        elif number := phone_or_none(term):
            found = found | queryset.filter(phone=number)
        return found, doubled

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not above

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """Nobody gives themselves a role, or shuts themselves out: a second administrator does."""
        fixed = list(super().get_readonly_fields(request, obj))
        own = obj is not None and obj.pk == request.user.pk and not request.user.is_superuser
        return [*fixed, "is_active", "is_staff", "groups"] if own else fixed

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Who can't change roles reads them by their names for people."""
        fieldsets = super().get_fieldsets(request, obj)
        fixed = "groups" in self.get_readonly_fields(request, obj) or not self.has_change_permission(request, obj)
        if obj is None or not fixed:
            return fieldsets
        return [
            (title, {**options, "fields": ["roles" if name == "groups" else name for name in options["fields"]]})
            for title, options in fieldsets
        ]

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        if not change:
            # They come in by a code sent to them and choose a password then.
            obj.set_unusable_password()
        # From the table: what the form shows of them is masked.
        before = User.objects.filter(pk=obj.pk).values("email", "phone").first() or {}
        super().save_model(request, obj, form, change)
        touched = {"phone", "email"} & set(form.changed_data)
        if not change or touched:
            vouch_for_contacts(obj)
        if change and touched:
            tell_contacts_changed(obj, {way: before[way] or "" for way in sorted(touched)})

    # --- A lost second factor -----------------------------------------------------------------------

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> list[UnfoldAction]:
        user = self.get_object(request, str(object_id))
        return self._get_base_actions_detail() if user and self.may_reset_factor(request, user) else []

    def may_reset_factor(self, request: HttpRequest, user: User) -> bool:
        """Never one's own: who sits at another's open session must not take the factor away."""
        return self.has_change_permission(request, user) and user.pk != request.user.pk and is_mfa_enabled(user)

    @action(description=_("Remove the second factor"), url_path="reset-factor", icon="lock_reset")
    def reset_factor(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Asks once more, then acts."""
        user = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not self.may_reset_factor(request, user):
            raise PermissionDenied
        if request.method == "POST":
            with transaction.atomic():
                reset_second_factor(user, request)
                tell_factor_removed(user)
            messages.success(request, _("The second factor was removed and every session of the person ended."))
            return redirect("admin:accounts_user_change", user.pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": user,
            "title": _("Remove the second factor"),
        }
        return TemplateResponse(request, "admin/accounts/reset_factor.html", context)

    @display(description=_("name"), ordering="name", header=True)
    def name_and_user_name(self, user: User) -> list[str]:
        return [user.name or user.username, user.username if user.name else ""]

    @display(description=_("mobile phone"))
    def phone_masked(self, user: User) -> str:
        return masked_phone(user.phone)

    @display(description=_("roles"))
    def roles(self, user: User) -> str:
        names = [role_label(group) for group in user.groups.all()]
        return "、".join([*names, *([str(_("superuser"))] if user.is_superuser else [])])


VERBS = {"view": _("see"), "add": _("add"), "change": _("change"), "delete": _("delete")}


def is_plain(permission: Permission) -> bool:
    """One of the four that every model has."""
    verb, _sep, name = permission.codename.partition("_")
    return verb in VERBS and name == permission.content_type.model


class RoleAdmin(Unchangeable, PortalModelAdmin):
    """Roles are declared in code: shown here with what each may do."""

    list_display = ["role", "people"]
    fields = ["role", "may_do"]
    readonly_fields = ["role", "may_do"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Group]:
        return super().get_queryset(request).annotate(people_number=Count("user"))

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Group | None:
        group = super().get_object(request, object_id, from_field)
        if group is not None:
            # For the heading; nothing here is ever saved.
            group.name = role_label(group)
        return group

    @display(description=_("role"))
    def role(self, group: Group) -> str:
        return role_label(group)

    @display(description=_("people"))
    def people(self, group: Group) -> int:
        return group.people_number

    @display(description=_("may do"))
    def may_do(self, group: Group) -> str:
        """One line for each kind of record."""
        lines: dict[str, list[str]] = {}
        for permission in group.permissions.select_related("content_type").order_by("content_type", "pk"):
            verb = VERBS.get(permission.codename.partition("_")[0]) if is_plain(permission) else _(permission.name)
            lines.setdefault(str(permission.content_type.name), []).append(str(verb))
        return "\n".join(f"{name}: {'、'.join(verbs)}" for name, verbs in lines.items())


admin.site.register(Group, RoleAdmin)
