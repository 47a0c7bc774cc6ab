from django.urls import path

from services.demands import views

app_name = "demands"
urlpatterns = [
    path("", views.home, name="start"),
    path("mine/", views.mine, name="mine"),
    path("raise/", views.begin, name="begin"),
    path("raise/discard/", views.discard, name="discard"),
    path("raise/<slug:step>/", views.step, name="step"),
    path("<int:pk>/", views.demand, name="demand"),
    path("<int:pk>/write/", views.write, name="write"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
