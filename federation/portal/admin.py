"""The schedule of recurring work: shown, since it is set in the settings and read from there at every start."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django_celery_beat.models import PeriodicTask
from unfold.decorators import display

from federation.portal.admin_base import PortalModelAdmin, Unchangeable


@admin.register(PeriodicTask)
class ScheduleAdmin(Unchangeable, PortalModelAdmin):
    list_display = ["name", "rhythm", "enabled", "last_run_at", "total_run_count"]
    list_select_related = ["interval", "crontab", "solar", "clocked"]
    search_fields = ["name"]
    fields = ["name", "task", "rhythm", "enabled", "last_run_at", "total_run_count"]
    readonly_fields = fields

    @display(description=_("rhythm"))
    def rhythm(self, task: PeriodicTask) -> str:
        return str(task.scheduler)
