"""Visit days and visits for tests, made by the actions that the portal makes them by."""

import datetime
import io
import itertools

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from events.visits import actions, day_actions
from events.visits.models import Leader, Visit, VisitDay
from events.visits.statuses import VisitStatus
from federation.accounts.models import User
from members.enterprises.models import Enterprise
from tests import cast

DAY = datetime.timedelta(days=1)
_numbers = itertools.count(1)


def today() -> datetime.date:
    return timezone.localdate()


def clerk() -> User:
    return cast.staff("services_clerk", f"走访干部{next(_numbers)}")


def leader(name: str = "", office: str = "副主席", **fields) -> Leader:
    """With an account on the staff, unless told otherwise."""
    name = name or f"领导{next(_numbers)}"
    user = fields.pop("user", None) or cast.staff(None, name)
    return Leader.objects.create(name=name, office=office, user=user, since=cast.LONG_AGO, **fields)


def day(on: datetime.date | None = None, *, by: User | None = None, leaders=(), firms=(), announced=True) -> VisitDay:
    """Today's, with one leader and one firm; announced."""
    by = by or clerk()
    made = day_actions.plan_day(on=on or today(), by=by, leaders=leaders or [leader()])
    day_actions.choose_enterprises(made, list(firms) or [cast.member()], by=by)
    return day_actions.confirm_day(made, by=by) if announced else made


def visit(firm: Enterprise | None = None, on: datetime.date | None = None, **options) -> Visit:
    return day(on, firms=[firm or cast.member()], **options).visits.select_related("day").get()


def visit_in(status: str, *, by: User | None = None, firm: Enterprise | None = None, **options) -> Visit:
    """A visit that stands there; what needs an answer lies ahead, what needs somebody to have gone is today's."""
    by = by or clerk()
    firm = firm or cast.member()
    ahead = status in {VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.ASKED}
    options.setdefault("on", today() + 7 * DAY if ahead else today())
    made = visit(firm, by=by, **options)
    manager = cast.representative(firm)
    if status == VisitStatus.CONFIRMED:
        actions.confirm_visit(made, by=manager)
    elif status == VisitStatus.ASKED:
        actions.ask_another_time(made, by=manager, wish="下周三下午")
    elif status == VisitStatus.DONE:
        actions.close_visit(made, by=by, note="谈了用工。")
    elif status == VisitStatus.NOT_MET:
        actions.say_not_met(made, by=by, reason="大门紧锁")
    elif status == VisitStatus.CANCELLED:
        actions.call_off_visit(made, by=by, reason="临时有会")
    made.refresh_from_db()
    return made


def photo(number: int = 0) -> SimpleUploadedFile:
    """Another picture for each number."""
    content = io.BytesIO()
    Image.new("RGB", (60, 40), (number * 40, 90, 90)).save(content, "JPEG")
    return SimpleUploadedFile(f"现场{number}.jpg", content.getvalue(), "image/jpeg")
