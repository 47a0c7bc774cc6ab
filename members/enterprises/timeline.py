"""Who did what when with an enterprise: register, imports, proposed changes, merges."""

from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from federation.audit.history import Change, history_of
from federation.portal.contributions import TimelineEntry, timeline_of
from members.desk.facts import CONFIRMED_FIELDS
from members.desk.models import ProfileChange
from members.duplicates.models import Merge
from members.enterprises.models import Enterprise
from members.register.models import ImportChange

# Said by entries of their own, or of no interest to readers.
SILENT = ("hand_edited", "merged_into", "section", "listed_at")
# Long texts are said to have changed, not repeated.
LONG = ("scope", "introduction")
# The importer's name for itself in the context of what it writes.
IMPORT = "register_import"
FIELDS_SAID = 12


def _words(names: Iterable[str]) -> set[str]:
    return {str(Enterprise._meta.get_field(name).verbose_name) for name in names}


@timeline_of("members.Enterprise")
def register_changes(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    """From the history that triggers keep; what an import did is said by the import's own entry."""
    silent, long = _words(SILENT), _words(LONG)
    for entry in history_of(enterprise, limit):
        if IMPORT in entry.context:
            continue
        if entry.kind == "insert":
            yield TimelineEntry(entry.at, _("Entered in the register"), entry.actor)
            continue
        lines = list(_lines(entry.changes, silent, long))
        if lines:
            yield TimelineEntry(entry.at, _("Register changed"), entry.actor, _("; ").join(lines))


def _lines(changes: list[Change], silent: set[str], long: set[str]) -> Iterator[str]:
    told = [change for change in changes if change.field not in silent]
    for change in told[:FIELDS_SAID]:
        if change.field in long:
            yield _("%(field)s rewritten") % {"field": change.field}
        else:
            said = {"field": change.field, "before": change.before, "after": change.after}
            yield _("%(field)s: %(before)s → %(after)s") % said
    if len(told) > FIELDS_SAID:
        yield "…"


@timeline_of("members.Enterprise")
def imports(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    changes = ImportChange.objects.filter(enterprise=enterprise.pk, batch__applied_at__isnull=False)
    for change in changes.select_related("batch", "batch__created_by").order_by("-batch__applied_at")[:limit]:
        batch = change.batch
        title = _("Entered by an import") if change.created else _("Changed by an import")
        fields = [] if change.created else [_label(name) for name in change.after][:FIELDS_SAID]
        yield TimelineEntry(
            batch.applied_at,
            title,
            str(batch.created_by or ""),
            _("; ").join(filter(None, [batch.file_name, _(", ").join(fields)])),
            reverse("admin:members_importbatch_change", args=[batch.pk]),
        )


def _label(name: str) -> str:
    known = {field.attname: field for field in Enterprise._meta.concrete_fields}
    known |= {field.name: field for field in Enterprise._meta.concrete_fields}
    return str(known[name].verbose_name) if name in known else name


@timeline_of("members.Enterprise")
def proposed_changes(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    rows = ProfileChange.objects.filter(enterprise=enterprise.pk).select_related("proposed_by", "decided_by")
    for change in rows.order_by("-proposed_at")[:limit]:
        fields = _(", ").join(_label(name) for name in CONFIRMED_FIELDS if name in change.values)
        url = reverse("admin:members_profilechange_change", args=[change.pk])
        yield TimelineEntry(change.proposed_at, _("Change proposed"), str(change.proposed_by or ""), fields, url)
        if change.decided_at:
            title = {
                ProfileChange.Status.CONFIRMED: _("Proposed change confirmed"),
                ProfileChange.Status.REFUSED: _("Proposed change refused"),
            }.get(change.status, _("Proposed change withdrawn"))
            yield TimelineEntry(change.decided_at, title, str(change.decided_by or ""), change.reason or fields, url)


@timeline_of("members.Enterprise")
def merges(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    rows = Merge.objects.filter(Q(kept=enterprise.pk) | Q(absorbed=enterprise.pk))
    rows = rows.select_related("kept", "absorbed", "merged_by", "undone_by").defer("before", "moved")
    for merge in rows.order_by("-merged_at")[:limit]:
        url = reverse("admin:members_merge_change", args=[merge.pk])
        if merge.kept_id == enterprise.pk:
            title = _("Absorbed the record of %(name)s") % {"name": merge.absorbed}
        else:
            title = _("Merged into %(name)s") % {"name": merge.kept}
        yield TimelineEntry(merge.merged_at, title, str(merge.merged_by or ""), "", url)
        if merge.undone_at:
            yield TimelineEntry(merge.undone_at, _("Merge undone"), str(merge.undone_by or ""), str(merge), url)
