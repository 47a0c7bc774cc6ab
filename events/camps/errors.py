"""What can go wrong with a camp, in words for who meets it."""

from federation.cases.errors import CaseError


class CampError(CaseError):
    """Something about a cohort or an application that its reader can understand and perhaps mend."""


class QuotaFull(CampError):
    """No seat is left: in all, or of the chamber's own."""


class QuotaTooSmall(CampError):
    """A quota under those who are in already, or quotas that add up to more than there are places."""


class RollClosed(CampError):
    """The roll can't be called (any more, or yet), or not for this person."""


class CertificateError(CampError):
    """No certificate can be issued, and why."""
