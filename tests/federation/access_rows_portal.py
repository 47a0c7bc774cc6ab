"""Who opens what at the portal's own addresses and in the admin of what every app shares."""

import io
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django_celery_beat.models import IntervalSchedule, PeriodicTask
from PIL import Image

from federation.audit.models import PersonalDataAccess
from federation.files.actions import store_upload
from federation.inbox.models import Delivery, Letter, Message
from members.enterprises.models import Enterprise
from tests import cast

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
portal:home                                      GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
portal:preferences                               both 200 200 200 200 200 200 200 200 200 200 200 200 200 200
portal:privacy                                   GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
portal:styleguide                                GET  404 404 404 404 404 404 404 404 404 404 404 404 404 404
audit:healthz                                    GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
audit:readyz                                     GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
audit:personal_data                              both in  404 404 404 404 404 404 404 404 404 200 200 403 403
accounts:switch_hat                              POST 404 404 404 404 404 404 404 404 404 404 404 404 404 404
account_login                                    both 200 302 302 302 302 302 302 302 302 302 302 302 302 302
account_logout                                   GET  302 200 200 200 200 200 200 200 200 200 200 200 200 200
account_logout                                   POST 302 302 302 302 302 302 302 302 302 302 302 302 302 302
account_inactive                                 GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
account_signup                                   both 200 302 302 302 302 302 302 302 302 302 302 302 302 302
account_reauthenticate                           both in  200 200 200 200 200 200 200 200 200 200 200 200 200
account_email                                    GET  in  200 200 200 200 200 200 200 200 200 200 200 200 200
account_email                                    POST in  302 302 302 302 302 302 302 302 302 302 302 302 302
account_email_verification_sent                  both in  302 302 302 302 302 302 302 302 302 302 302 302 302
account_change_password                          both in  200 200 200 200 200 200 200 200 200 200 200 200 200
account_set_password                             both in  302 302 302 302 302 302 302 302 302 302 302 302 302
account_reset_password                           both 200 200 200 200 200 200 200 200 200 200 200 200 200 200
account_confirm_login_code                       both in  302 302 302 302 302 302 302 302 302 302 302 302 302
account_verify_phone                             both in  302 302 302 302 302 302 302 302 302 302 302 302 302
account_change_phone                             both in  200 200 200 200 200 200 200 200 200 200 200 200 200
account_confirm_password_reset_code              both in  in  in  in  in  in  in  in  in  in  in  in  in  in
account_complete_password_reset                  both 302 302 302 302 302 302 302 302 302 302 302 302 302 302
account_password_reset_completed                 GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
account_request_login_code                       both 200 302 302 302 302 302 302 302 302 302 302 302 302 302
mfa_index                                        GET  in  200 200 200 200 200 200 200 200 200 200 200 200 200
mfa_authenticate                                 both in  302 302 302 302 302 302 302 302 302 302 302 302 302
mfa_reauthenticate                               both in  302 302 302 302 302 302 302 302 302 302 302 302 302
mfa_activate_totp                                both in  302 302 302 302 302 302 302 302 302 302 302 302 302
mfa_deactivate_totp                              both in  404 404 404 404 404 404 404 404 404 404 404 404 404
mfa_view_recovery_codes                          GET  in  404 404 404 404 404 404 404 404 404 404 404 404 404
mfa_generate_recovery_codes                      both in  302 302 302 302 302 302 302 302 302 302 302 302 302
mfa_download_recovery_codes                      both in  404 404 404 404 404 404 404 404 404 404 404 404 404
mfa_list_webauthn                                GET  in  200 200 200 200 200 200 200 200 200 200 200 200 200
mfa_add_webauthn                                 both in  302 302 302 302 302 302 302 302 302 302 302 302 302
mfa_reauthenticate_webauthn                      both in  302 302 302 302 302 302 302 302 302 302 302 302 302
mfa_remove_webauthn                              both in  302 302 302 302 302 302 302 302 302 302 302 302 302
mfa_edit_webauthn                                both in  302 302 302 302 302 302 302 302 302 302 302 302 302
mfa_login_webauthn                               both in  302 302 302 302 302 302 302 302 302 302 302 302 302
socialaccount_login_cancelled                    GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
socialaccount_login_error                        GET  401 401 401 401 401 401 401 401 401 401 401 401 401 401
socialaccount_signup                             both in  in  in  in  in  in  in  in  in  in  in  in  in  in
socialaccount_connections                        both in  200 200 200 200 200 200 200 200 200 200 200 200 200
/accounts/social/login/cancelled/                both 301 301 301 301 301 301 301 301 301 301 301 301 301 301
/accounts/social/login/error/                    both 301 301 301 301 301 301 301 301 301 301 301 301 301 301
/accounts/social/signup/                         both 301 301 301 301 301 301 301 301 301 301 301 301 301 301
/accounts/social/connections/                    both 301 301 301 301 301 301 301 301 301 301 301 301 301 301
usersessions_list                                GET  in  200 200 200 200 200 200 200 200 200 200 200 200 200
usersessions_list                                POST in  302 302 302 302 302 302 302 302 302 302 302 302 302
inbox:list                                       GET  in  200 200 200 200 200 200 200 200 200 200 200 200 200
inbox:mark_all_read                              POST in  302 302 302 302 302 302 302 302 302 302 302 302 302
inbox:message                                    GET  in  404 200 404 404 404 404 404 404 404 404 404 404 404
inbox:open                                       POST in  404 302 404 404 404 404 404 404 404 404 404 404 404
files:serve                                      GET  404 404 200 404 404 200 404 404 404 404 200 404 200 200
files:serve#none                                 GET  404 404 404 404 404 404 404 404 404 404 404 404 404 404
indicators:list                                  GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
indicators:figure                                GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
indicators:figure#staff                          GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
indicators:rows                                  GET  in  403 403 403 403 403 403 403 403 403 200 200 200 200
indicators:export                                GET  in  403 403 403 403 403 403 403 403 403 200 200 200 200
search:search                                    GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
set_language                                     both 302 302 302 302 302 302 302 302 302 302 302 302 302 302
admin:search                                     both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:index                                      both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:login                                      both in  404 404 404 404 404 404 404 404 404 in  in  in  in
admin:logout                                     GET  302 404 404 404 404 404 404 404 404 404 405 405 405 405
admin:logout                                     POST 302 404 404 404 404 404 404 404 404 404 302 302 302 302
admin:password_change                            both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:password_change_done                       both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:autocomplete                               GET  in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:jsi18n                                     GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:view_on_site                               both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:django_celery_beat_periodictask_changelist both in  404 404 404 404 404 404 404 404 404 403 403 403 200
admin:django_celery_beat_periodictask_add        both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:django_celery_beat_periodictask_history    both in  404 404 404 404 404 404 404 404 404 403 403 403 200
admin:django_celery_beat_periodictask_delete     both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:django_celery_beat_periodictask_change     GET  in  404 404 404 404 404 404 404 404 404 403 403 403 200
admin:django_celery_beat_periodictask_change     POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/django_celery_beat/periodictask/<path:object_id>/ both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:accounts_user_reset_factor                 both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:accounts_user_changelist                   both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:accounts_user_add                          both in  404 404 404 404 404 404 404 404 404 403 403 403 200
admin:accounts_user_history                      both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:accounts_user_delete                       both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:accounts_user_change                       GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:accounts_user_change                       POST in  404 404 404 404 404 404 404 404 404 403 403 403 200
/admin/accounts/user/<path:object_id>/           both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:auth_group_changelist                      both in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:auth_group_add                             both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:auth_group_history                         both in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:auth_group_delete                          both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:auth_group_change                          GET  in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:auth_group_change                          POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/auth/group/<path:object_id>/              both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:audit_securityevent_changelist             both in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:audit_securityevent_add                    both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:audit_securityevent_history                both in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:audit_securityevent_delete                 both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:audit_securityevent_change                 GET  in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:audit_securityevent_change                 POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/audit/securityevent/<path:object_id>/     both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:audit_personaldataaccess_changelist        both in  404 404 404 404 404 404 404 404 404 403 403 200 403
admin:audit_personaldataaccess_add               both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:audit_personaldataaccess_history           both in  404 404 404 404 404 404 404 404 404 403 403 200 403
admin:audit_personaldataaccess_delete            both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:audit_personaldataaccess_change            GET  in  404 404 404 404 404 404 404 404 404 403 403 200 403
admin:audit_personaldataaccess_change            POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/audit/personaldataaccess/<path:object_id>/ both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:inbox_delivery_changelist                  both in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:inbox_delivery_add                         both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:inbox_delivery_history                     both in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:inbox_delivery_delete                      both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:inbox_delivery_change                      GET  in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:inbox_delivery_change                      POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/inbox/delivery/<path:object_id>/          both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:inbox_message_changelist                   both in  404 404 404 404 404 404 404 404 404 403 403 200 403
admin:inbox_message_add                          both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:inbox_message_history                      both in  404 404 404 404 404 404 404 404 404 403 403 200 403
admin:inbox_message_delete                       both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:inbox_message_change                       GET  in  404 404 404 404 404 404 404 404 404 403 403 200 403
admin:inbox_message_change                       POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/inbox/message/<path:object_id>/           both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:inbox_letter_changelist                    both in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:inbox_letter_add                           both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:inbox_letter_history                       both in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:inbox_letter_delete                        both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:inbox_letter_change                        GET  in  404 404 404 404 404 404 404 404 404 403 403 200 200
admin:inbox_letter_change                        POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/inbox/letter/<path:object_id>/            both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:files_storedfile_changelist                both in  404 404 404 404 404 404 404 404 404 403 403 200 403
admin:files_storedfile_add                       both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:files_storedfile_history                   both in  404 404 404 404 404 404 404 404 404 403 403 200 403
admin:files_storedfile_delete                    both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:files_storedfile_change                    GET  in  404 404 404 404 404 404 404 404 404 403 403 200 403
admin:files_storedfile_change                    POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/files/storedfile/<path:object_id>/        both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:app_list                                   both in  404 404 404 404 404 404 404 404 404 302 302 302 302
/admin/(?P<url>.*)$                              both in  404 404 404 404 404 404 404 404 404 404 404 404 404
"""

ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "inbox": lambda world: {"pk": world.rows["message"].pk},
    "files:serve": lambda world: {"pk": world.rows["licence"].pk},
    "files:serve#none": lambda world: {"pk": uuid.UUID(int=7)},
    "indicators:figure": lambda world: {"name": "enterprises"},
    "indicators:figure#staff": lambda world: {"name": "employees"},
    "indicators:rows": lambda world: {"name": "enterprises"},
    "indicators:export": lambda world: {"name": "enterprises", "kind": "csv"},
    "admin:app_list": lambda world: {"app_label": "members"},
    "admin:view_on_site": lambda world: {
        "content_type_id": ContentType.objects.get_for_model(Enterprise).pk,
        "object_id": world.enterprise.pk,
    },
    "audit:personal_data": lambda world: {"label": "members.contact", "pk": world.rows["contact"].pk, "field": "phone"},
    "mfa_": lambda world: {"pk": 1},
}


def settle(world: "World") -> None:
    """A message and its ways out, a paper of the manager's, a look at a hidden telephone, a task by the clock."""
    manager = world.people["manager"]
    about = {"rule": "test", "subject_key": "members.enterprise:1"}
    message = Message.objects.create(recipient=manager, on_date=timezone.localdate(), title="信", **about)
    Delivery.objects.create(message=message, channel=Delivery.Channel.SMS)
    Letter.objects.create(channel=Delivery.Channel.SMS, address="+8613900000009", title="邀请", **about)
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    upload = SimpleUploadedFile("licence.png", picture.getvalue())
    contact = cast.contact(world.enterprise)
    world.rows["message"] = message
    world.rows["licence"] = store_upload(purpose="business_licence", upload=upload, user=manager)
    world.rows["contact"] = contact
    PersonalDataAccess.objects.create(
        actor=world.people["registry"], subject_key=f"members.contact:{contact.pk}", field="phone", reason="回访"
    )
    every_hour = IntervalSchedule.objects.create(every=1, period=IntervalSchedule.HOURS)
    PeriodicTask.objects.create(name="test", task="test", interval=every_hour)
