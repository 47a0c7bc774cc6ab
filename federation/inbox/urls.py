from django.urls import path

from federation.inbox import views

app_name = "inbox"
urlpatterns = [
    path("", views.message_list, name="list"),
    path("read/", views.mark_all_read, name="mark_all_read"),
    path("<int:pk>/", views.message_page, name="message"),
    path("<int:pk>/open/", views.open_message, name="open"),
]
