from django.urls import path

from events.camps import chamber_views

app_name = "camps_chamber"
urlpatterns = [
    path("", chamber_views.cohorts, name="cohorts"),
    path("<int:pk>/", chamber_views.cohort, name="cohort"),
    path("applications/<int:pk>/recommend/", chamber_views.recommend, name="recommend"),
    path("applications/<int:pk>/take-back/", chamber_views.take_back, name="take_back"),
    path("applications/<int:pk>/up/", chamber_views.move_up, name="move_up"),
]
