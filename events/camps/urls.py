from django.urls import path

from events.camps import roll_views, views

app_name = "camps"
urlpatterns = [
    path("", views.camp_list, name="list"),
    path("mine/", views.mine, name="mine"),
    path("<int:pk>/", views.cohort, name="cohort"),
    path("<int:pk>/apply/", views.apply, name="apply"),
    path("<int:pk>/roll/", roll_views.sessions, name="sessions"),
    path("roll/<int:pk>/", roll_views.roll, name="roll"),
    path("roll/<int:pk>/tick/", roll_views.tick, name="tick"),
    path("roll/<int:pk>/untick/<int:application>/", roll_views.untick, name="untick"),
    path("applications/<int:pk>/", views.application, name="application"),
    path("applications/<int:pk>/confirm/", views.confirm, name="confirm"),
    path("applications/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("applications/<int:pk>/wishes/", views.wishes, name="wishes"),
    path("certificates/<int:pk>.pdf", views.certificate, name="certificate"),
]
