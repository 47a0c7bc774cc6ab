"""The services' addresses: each subject has its own under /services/, and pages at the desks of those who take part."""

from django.urls import include, path

from services import views

urlpatterns = [
    path("services/", views.overview, name="services"),
    path("services/finance/products/", include("services.products.urls")),
    path("services/finance/", include("services.finance.urls")),
    path("chamber/finance/", include("services.finance.chamber_urls")),
    path("partners/policy/", include("services.finance.policy_urls")),
    path("partners/loans/", include("services.finance.bank_urls")),
    path("partners/products/", include("services.products.bank_urls")),
    path("partners/drawdowns/", include("services.drawdowns.bank_urls")),
    path("services/demands/", include("services.demands.urls")),
    path("chamber/demands/", include("services.demands.chamber_urls")),
    path("partners/demands/", include("services.demands.department_urls")),
]
