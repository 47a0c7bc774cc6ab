from django.urls import path

from chambers.desk import application_views, views

app_name = "chamber_desk"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("roster/", views.roster, name="roster"),
    path("roster.xlsx", views.roster_export, name="roster_export"),
    path("applications/", application_views.applications, name="applications"),
    path("applications/<int:pk>/", application_views.application, name="application"),
    path("applications/<int:pk>/contact/", application_views.contact, name="contact"),
    path("applications/<int:pk>/recommend/", application_views.recommend, name="recommend"),
    path("applications/<int:pk>/return/", application_views.send_back, name="return"),
]
