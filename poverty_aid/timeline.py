"""What timelines tell of pairings and gifts."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from federation.cases.pages import entries, entry_of
from federation.portal.contributions import TimelineEntry, timeline_of
from federation.portal.formats import as_moment
from members.enterprises.models import Enterprise
from poverty_aid.contributions.models import Contribution, ContributionStep, Share
from poverty_aid.pairings.models import Pairing, PairingMember, PairingStep
from poverty_aid.villages.models import Village


@timeline_of("members.Enterprise")
def pairings_of_enterprise(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    places = PairingMember.objects.filter(enterprise=enterprise).values("pairing")
    steps = PairingStep.objects.filter(pairing__in=places).select_related("actor", "pairing")
    for step in steps.order_by("-at", "-pk")[:limit]:
        prefix = _("Pairing with %(village)s: ") % {"village": step.pairing.village_name}
        yield entry_of(step, prefix, reverse("admin:poverty_aid_pairing_change", args=[step.pairing_id]))


@timeline_of("members.Enterprise")
def gifts_of_enterprise(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    # The newest gifts bound the steps that are read, however many an enterprise has made.
    newest = Share.objects.filter(enterprise=enterprise).order_by("-contribution")[:limit]
    steps = ContributionStep.objects.filter(contribution__in=[share.contribution_id for share in newest])
    for step in steps.select_related("actor", "contribution").order_by("-at", "-pk")[:limit]:
        prefix = f"{step.contribution.title}: "
        yield entry_of(step, prefix, reverse("admin:poverty_aid_contribution_change", args=[step.contribution_id]))


@timeline_of("poverty_aid.Pairing")
def steps_of_pairing(pairing: Pairing, limit: int) -> Iterable[TimelineEntry]:
    return entries(pairing.steps, limit)


@timeline_of("poverty_aid.Contribution")
def steps_of_gift(contribution: Contribution, limit: int) -> Iterable[TimelineEntry]:
    return entries(contribution.steps, limit)


@timeline_of("poverty_aid.Village")
def changes_of_village(village: Village, limit: int) -> Iterable[TimelineEntry]:
    for former in village.former_names.all()[:limit]:
        yield TimelineEntry(as_moment(former.until), _("Renamed; before: %(name)s") % {"name": former})
    for one in village.predecessors.exclude(merged_on=None)[:limit]:
        yield TimelineEntry(as_moment(one.merged_on), _("%(village)s was merged into it") % {"village": one})
    if village.merged_on:
        yield TimelineEntry(as_moment(village.merged_on), _("Merged into %(village)s") % {"village": village.successor})
