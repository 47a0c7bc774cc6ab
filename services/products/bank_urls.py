from django.urls import path

from services.products import bank_views as views

app_name = "bank_products"
urlpatterns = [
    path("", views.product_list, name="list"),
    path("new/", views.add, name="add"),
    path("<int:pk>/", views.change, name="change"),
    path("<int:pk>/close/", views.close, name="close"),
]
