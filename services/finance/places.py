"""Where finance stands in the admin's sidebar."""

from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(
        Group.SERVICES,
        "services.FinanceApplication",
        "request_quote",
        10,
        waiting=("finance-applications", "finance-without-secretary", "finance-without-desk"),
    ),
    SidebarItem(Group.SERVICES, "services.PolicyDesk", "account_balance", 80),
)
