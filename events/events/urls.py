from django.urls import path

from events.events import views
from events.signups import door_views
from events.signups import views as signup_views

app_name = "events"
urlpatterns = [
    path("", views.event_list, name="list"),
    path("calendar/", views.month, name="calendar"),
    path("feed.ics", views.feed, name="feed"),
    path("mine/", signup_views.mine, name="mine"),
    path("mine/<int:pk>/cancel/", signup_views.cancel, name="cancel"),
    path("checkin/<str:code>/", door_views.check_in, name="check_in"),
    path("<int:pk>/", views.event_page, name="page"),
    path("<int:pk>/event.ics", views.event_ical, name="ical"),
    path("<int:pk>/sign-up/", signup_views.sign_up, name="sign_up"),
    path("<int:pk>/decline/", signup_views.decline, name="decline"),
    path("<int:pk>/door/", door_views.door, name="door"),
    path("<int:pk>/door/tick/<int:signup>/", door_views.tick, name="tick"),
    path("<int:pk>/door/untick/<int:attendance>/", door_views.untick, name="untick"),
    path("<int:pk>/door/walk-in/", door_views.walk_in, name="walk_in"),
    path("<int:pk>/door/write/", door_views.write, name="write"),
    path("<int:pk>/door/code/", door_views.code, name="code"),
    path("<int:pk>/door/code.svg", door_views.code_picture, name="code_picture"),
    path("<int:pk>/attendance.xlsx", door_views.sheet, name="sheet"),
]
