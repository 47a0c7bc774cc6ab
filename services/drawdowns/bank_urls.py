from django.urls import path

from services.drawdowns import views

app_name = "bank_drawdowns"
urlpatterns = [
    path("", views.ledger, name="list"),
    path("upload/", views.upload, name="upload"),
    path("files/<int:pk>/", views.file, name="file"),
    path("files/<int:pk>/apply/", views.apply, name="apply"),
    path("files/<int:pk>/discard/", views.discard, name="discard"),
]
