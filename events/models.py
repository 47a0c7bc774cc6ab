"""Django looks for an app's tables here; each subject keeps its own."""

from events.camps.models import (
    Attendance,
    Camp,
    CampApplication,
    CampApplicationStep,
    CampSession,
    Certificate,
    ChamberQuota,
    Cohort,
    CohortStep,
)
from events.participants.models import Participant

__all__ = [
    "Attendance",
    "Camp",
    "CampApplication",
    "CampApplicationStep",
    "CampSession",
    "Certificate",
    "ChamberQuota",
    "Cohort",
    "CohortStep",
    "Participant",
]
