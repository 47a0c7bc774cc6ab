"""Django looks for an app's tables here; each subject keeps its own."""

from chambers.applications.models import ApplicationStep, MembershipApplication
from chambers.bodies.models import Affiliation, Chamber, Officer

__all__ = ["Affiliation", "ApplicationStep", "Chamber", "MembershipApplication", "Officer"]
