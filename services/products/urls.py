from django.urls import path

from services.products import views

app_name = "products"
urlpatterns = [
    path("", views.product_list, name="list"),
    path("<int:pk>/", views.product_page, name="page"),
]
