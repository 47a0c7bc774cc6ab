from django.urls import URLPattern, path

from members.desk import colleague_views, export_views, item_views, profile_views, views

app_name = "me"
urlpatterns: list[URLPattern] = [
    path("", views.desk, name="desk"),
    path("profile/", profile_views.profile, name="profile"),
    path("profile/facts/", profile_views.facts, name="facts"),
    path("profile/facts/withdraw/", profile_views.withdraw, name="withdraw"),
    path("profile/about/", profile_views.about, name="about"),
    path("profile/logo/", profile_views.logo, name="logo"),
    path("profile/figures/", profile_views.figures, name="figures"),
    path("profile/listing/", profile_views.listing, name="listing"),
    path("contacts/add/", item_views.contact, name="contact_add"),
    path("contacts/<int:pk>/", item_views.contact, name="contact"),
    path("contacts/<int:pk>/delete/", item_views.contact_delete, name="contact_delete"),
    path("products/add/", item_views.product, name="product_add"),
    path("products/<int:pk>/", item_views.product, name="product"),
    path("products/<int:pk>/move/", item_views.product_move, name="product_move"),
    path("products/<int:pk>/delete/", item_views.product_delete, name="product_delete"),
    path("colleagues/", colleague_views.colleagues, name="colleagues"),
    path("colleagues/invite/", colleague_views.invite, name="invite"),
    path("colleagues/<int:pk>/", colleague_views.colleague, name="colleague"),
    path("colleagues/<int:pk>/remove/", colleague_views.remove, name="colleague_remove"),
    path("colleagues/<int:pk>/role/", colleague_views.role, name="colleague_role"),
    path("colleagues/<int:pk>/hand-over/", colleague_views.hand_over, name="hand_over"),
    path("colleagues/invitations/<int:pk>/again/", colleague_views.send_again, name="invitation_again"),
    path("colleagues/invitations/<int:pk>/withdraw/", colleague_views.withdraw, name="invitation_withdraw"),
    path("invitations/<str:token>/", colleague_views.invitation, name="invitation"),
    path("export/", export_views.export, name="export"),
]
