from django.urls import path

from services.finance import chamber_views as views

app_name = "chamber_finance"
urlpatterns = [
    path("", views.applications, name="list"),
    path("<int:pk>/", views.application, name="application"),
    path("<int:pk>/contact/", views.contact, name="contact"),
    path("<int:pk>/endorse/", views.endorse, name="endorse"),
    path("<int:pk>/return/", views.send_back, name="return"),
]
