"""Member numbers: given once, in order of admission within a year, never used again."""

import datetime

from django.conf import settings
from django.db import connection
from django.db.models.functions import Length

from members.membership.models import Membership

# A key of our own among the database's advisory locks ("memb" as a number).
LOCK = 0x6D656D62


def next_number(day: datetime.date) -> str:
    """The number after the highest of the year; call it in a transaction, whose end frees the lock.

    Gaps are harmless: a number that was given and rolled back is given again, one of a merged member is not.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    pattern = settings.MEMBER_NUMBER_FORMAT
    prefix = pattern.partition("{number")[0].format(year=day.year)
    taken = Membership.objects.filter(number__startswith=prefix)
    highest = taken.order_by(Length("number").desc(), "-number").values_list("number", flat=True).first()
    counted = int(highest[len(prefix) :]) if highest and highest[len(prefix) :].isdigit() else 0
    return pattern.format(year=day.year, number=counted + 1)
