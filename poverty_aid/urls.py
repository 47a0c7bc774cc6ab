"""/poverty-aid/ and the chamber's part of it; each subject keeps its own views."""

from django.urls import include, path, re_path

from poverty_aid.contributions import desks
from poverty_aid.contributions import views as gifts
from poverty_aid.pairings import views as pairings
from poverty_aid.villages import views as villages

aid = [
    path("", villages.home, name="home"),
    path("villages/", villages.villages, name="villages"),
    re_path(r"^villages/(?P<code>[0-9]{12})/$", villages.village, name="village"),
    path("ours/", desks.ours, name="ours"),
    path("ours/pair/", pairings.propose, name="propose"),
    path("ours/pledge/", gifts.pledge, name="pledge"),
    path("village/", desks.village_desk, name="village_desk"),
    path("pairings/<int:pk>/", pairings.pairing, name="pairing"),
    path("pairings/<int:pk>/pledge/", gifts.pledge_under, name="pledge_under"),
    *(
        path(f"pairings/<int:pk>/{verb}/", pairings.act, {"verb": verb}, name=f"pairing_{verb}")
        for verb in pairings.VERBS
    ),
    path("gifts/<int:pk>/", gifts.contribution, name="contribution"),
    path("gifts/<int:pk>/deliver/", gifts.deliver, name="deliver"),
    path("gifts/<int:pk>/withdraw/", gifts.withdraw, name="withdraw"),
    path("gifts/<int:pk>/close/", gifts.close, name="close"),
    path("gifts/<int:pk>/deliveries/<int:delivery>/correct/", gifts.replace, name="replace"),
    path("gifts/<int:pk>/deliveries/<int:delivery>/confirm/", gifts.confirm, name="confirm"),
    path("gifts/<int:pk>/deliveries/<int:delivery>/dispute/", gifts.dispute, name="dispute"),
]
chamber = [
    path("", desks.chamber_pairings, name="list"),
    path("pair/", pairings.propose_for_chamber, name="propose"),
    path("pledge/", gifts.pledge_for_chamber, name="pledge"),
]

urlpatterns = [
    path("poverty-aid/", include((aid, "poverty_aid"))),
    path("chamber/pairings/", include((chamber, "chamber_pairings"))),
]
