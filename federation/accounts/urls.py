"""Our own pages under /accounts/, then django-allauth's, whose names have no namespace."""

from django.urls import include, path

from federation.accounts import views

ours = [
    path("hat/", views.switch_hat, name="switch_hat"),
]

urlpatterns = [
    path("", include((ours, "accounts"))),
    path("", include("allauth.urls")),
]
