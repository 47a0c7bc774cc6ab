"""Of people, a new federation lacks colleagues with a role."""

from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.accounts.roles import Role
from federation.portal.first_steps import FirstStep, add


def nobody_keeps_the_register() -> bool:
    return not User.objects.filter(is_staff=True, is_active=True, groups__name=Role.REGISTRY_CLERK).exists()


add(
    FirstStep(
        _("Enter your colleagues"),
        _("Each with a mobile phone and a role. Applications are told to registry clerks, and so far there is none."),
        "accounts.add_user",
        "admin:accounts_user_add",
        nobody_keeps_the_register,
        position=10,
    )
)
