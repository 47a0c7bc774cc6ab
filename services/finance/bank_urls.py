from django.urls import path

from services.drawdowns import loan_views
from services.finance import bank_views as views

app_name = "bank_loans"
urlpatterns = [
    path("", views.loan_list, name="list"),
    path("<int:pk>/", views.loan_page, name="loan"),
    path("<int:pk>/accept/", views.accept, name="accept"),
    path("<int:pk>/ask/", views.ask, name="ask"),
    path("<int:pk>/approve/", views.approve, name="approve"),
    path("<int:pk>/reject/", views.reject, name="reject"),
    path("<int:pk>/refer/", views.refer, name="refer"),
    path("<int:pk>/close/", views.close, name="close"),
    path("<int:pk>/drawdowns/new/", loan_views.record, name="record"),
    path("<int:pk>/drawdowns/<int:drawdown>/<slug:verb>/", loan_views.change, name="change"),
]
