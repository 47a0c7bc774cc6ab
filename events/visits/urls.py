from django.urls import path

from events.visits import day_views, ours_views, views

app_name = "visits"
urlpatterns = [
    path("", day_views.days, name="days"),
    path("plan/", day_views.plan, name="plan"),
    path("<int:pk>/", day_views.day, name="day"),
    path("<int:pk>/change/", day_views.change, name="change"),
    path("<int:pk>/propose/", day_views.propose, name="propose"),
    path("<int:pk>/announce/", day_views.confirm, name="confirm_day"),
    path("<int:pk>/close/", day_views.finish, name="finish_day"),
    path("<int:pk>/cancel/", day_views.cancel, name="cancel_day"),
    path("visit/<int:pk>/", views.visit, name="visit"),
    path("visit/<int:pk>/brief/", views.brief, name="brief"),
    path("visit/<int:pk>/brief.pdf", views.brief_file, name="brief_file"),
    path("visit/<int:pk>/schedule/", views.schedule, name="schedule"),
    path("visit/<int:pk>/call-off/", views.call_off, name="call_off"),
    path("visit/<int:pk>/note/", views.note, name="note"),
    path("visit/<int:pk>/close/", views.close, name="close"),
    path("visit/<int:pk>/not-met/", views.not_met, name="not_met"),
    path("visit/<int:pk>/people/", views.add_person, name="add_person"),
    path("visit/<int:pk>/people/<int:person>/remove/", views.remove_person, name="remove_person"),
    path("visit/<int:pk>/photos/", views.add_photos, name="add_photos"),
    path("visit/<int:pk>/photos/<int:photo>/remove/", views.remove_photo, name="remove_photo"),
    path("visit/<int:pk>/demands/", views.add_demand, name="add_demand"),
    path("ours/", ours_views.ours_list, name="ours_list"),
    path("ours/<int:pk>/", ours_views.ours, name="ours"),
    path("ours/<int:pk>/confirm/", ours_views.confirm, name="confirm"),
    path("ours/<int:pk>/another-time/", ours_views.ask, name="ask"),
    path("chamber/", ours_views.chamber_list, name="chamber_list"),
    path("chamber/<int:pk>/", ours_views.chamber_visit, name="chamber_visit"),
]
