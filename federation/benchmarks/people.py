"""People who look at the measured pages, and their sessions."""

import time
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group

from federation.accounts.models import User


def benchmark_user(username: str, role: str = "") -> User:
    """Someone without a password; federation staff when given a role."""
    user, _made = User.objects.get_or_create(username=username, defaults={"name": username, "is_staff": bool(role)})
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def session_key_of(user: User) -> str:
    """As after a login with a second factor."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    # The two keys under which allauth keeps how this session's user signed in.
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.create()
    return str(session.session_key)
