"""Where loans and drawdowns stand in the admin's sidebar."""

from django.utils.translation import gettext_lazy as _

from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(Group.SERVICES, "services.BankLoan", "credit_score", 12),
    SidebarItem(Group.SERVICES, "services.Drawdown", "payments", 14),
    SidebarItem(Group.SERVICES, "services.DrawdownFile", "upload_file", 16, title=_("Banks' tables")),
    SidebarItem(Group.SERVICES, "services.LoanProduct", "storefront", 18),
)
