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
from events.events.models import Event, EventHost, EventStep, InvitedChamber, Places, Series
from events.participants.models import Participant
from events.signups.models import EventAttendance, SignUp
from events.visits.models import (
    DayLeader,
    DayStep,
    Leader,
    Visit,
    VisitDay,
    VisitDemand,
    VisitLeader,
    VisitPerson,
    VisitPhoto,
    VisitStep,
)

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
    "DayLeader",
    "DayStep",
    "Event",
    "EventAttendance",
    "EventHost",
    "EventStep",
    "InvitedChamber",
    "Leader",
    "Participant",
    "Places",
    "Series",
    "SignUp",
    "Visit",
    "VisitDay",
    "VisitDemand",
    "VisitLeader",
    "VisitPerson",
    "VisitPhoto",
    "VisitStep",
]
