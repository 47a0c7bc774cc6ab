"""Users of the demonstration."""

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from federation.accounts.models import User
from federation.demo.logins import PASSWORD
from federation.demo.world import World, demo_builder

# The head of the office wears every role, so that a newcomer who logs in as one sees the whole desk.
STAFF = [
    ("admin", "沈若川", ("administrator", "registry_clerk", "services_clerk", "auditor")),
    ("clerk", "陆知微", ("registry_clerk",)),
    ("services", "顾清禾", ("services_clerk",)),
    ("auditor", "潘景行", ("auditor",)),
]


def person(world: World, username: str, name: str, **fields: Any) -> User:
    """A user who can log in with the demonstration's password."""
    fields.setdefault("email", f"{username}@demo.example")
    user = User.objects.create_user(username, PASSWORD, name=name, **fields)
    if user.email:
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    world.people[username] = user
    return user


def extras(world: World, prefix: str, names: list[str]) -> list[User]:
    """People who fill the pages; nobody logs in as them."""
    no_password = make_password(None)
    users = [
        User(username=f"{prefix}{number:03d}", name=name, password=no_password)
        for number, name in enumerate(names, start=1)
    ]
    return User.objects.bulk_create(users)


@demo_builder(order=0, holds_data=User.objects.exists)
def build_staff(world: World) -> None:
    for username, name, roles in STAFF:
        user = person(world, username, name, is_staff=True)
        user.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles])
