"""Where the servers of one machine keep their files, and as whom the database runs.

An ordinary user has everything under the checkout's `var/`. For root it is not so simple: PostgreSQL refuses to run as
root, so it runs as another account of the system, and that account may not be able to enter the checkout (a home
folder has mode 700). No permission of an existing folder is ever changed for it. Where the account can reach the
checkout, its files stay in `var/`; where not, they and a copy of the programs live in /var/lib/federation-portal/,
in a folder named after the checkout.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from federation.local.console import Problem

ROOT = Path(__file__).resolve().parents[2]
OUTSIDE = Path("/var/lib/federation-portal")
# Linux allows 107 bytes in the name of a socket, other systems 103.
LONGEST_SOCKET = 103
SOCKET_NAME = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Account:
    """An account of the system that is not root."""

    name: str
    uid: int
    gid: int

    def own(self, path: Path) -> None:
        os.chown(path, self.uid, self.gid)

    def can_reach(self, *folders: Path) -> bool:
        """Asked of the system itself: mode bits alone don't tell (ACLs, mounts)."""
        tests = " && ".join(f'test -x "${number}"' for number in range(1, len(folders) + 1))
        command = ["/bin/sh", "-c", tests, "sh", *map(str, folders)]
        return subprocess.run(command, cwd="/", capture_output=True, check=False, **self.as_user()).returncode == 0

    def as_user(self) -> dict[str, object]:
        """Arguments of `subprocess` that start a program as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def database_account(data: Path) -> Account | None:
    """None: run as oneself. For root: whoever owns the data already, else an account made for such things."""
    if os.geteuid() != 0:
        return None
    if data.exists() and (owner := data.stat().st_uid) != 0:
        try:
            entry = pwd.getpwuid(owner)
        except KeyError:
            raise Problem(
                f"{data} belongs to user number {owner}, who doesn't exist here: give it to an account"
            ) from None
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise Problem(
        "PostgreSQL doesn't run as root, and there is no account `nobody` to run it as: start as an ordinary user"
    )


def outside_home(checkout: Path = ROOT) -> Path:
    """The folder for a checkout that the database's account can't enter."""
    return OUTSIDE / f"{checkout.name}-{hashlib.sha256(str(checkout).encode()).hexdigest()[:12]}"


@dataclass(frozen=True)
class DatabaseHome:
    """The folder that holds the data, the account that runs the server, and the programs it can reach."""

    folder: Path
    account: Account | None
    programs: Path

    @property
    def data(self) -> Path:
        return self.folder / "postgres"


def database_home(var: Path, outside: Path, programs: Path) -> DatabaseHome:
    """`outside` is used only when the account can't enter `var`; data that is already there decides."""
    var.mkdir(parents=True, exist_ok=True)
    folder = outside if (outside / "postgres").exists() and not (var / "postgres").exists() else var
    account = database_account(folder / "postgres")
    if account is None:
        return DatabaseHome(var, None, programs)
    if folder == var and not account.can_reach(var):
        if (var / "postgres").exists():
            raise Problem(
                f"The database's files in {var} belong to {account.name}, who can't enter that folder any more: "
                "open the way to it again, or start as that user"
            )
        folder = outside
    if folder == outside:
        outside.mkdir(parents=True, exist_ok=True, mode=0o755)
    if not account.can_reach(programs / "bin"):
        programs = _copied_programs(programs, outside)
    return DatabaseHome(folder, account, programs)


def _copied_programs(programs: Path, outside: Path) -> Path:
    """A copy that everybody may read, beside the libraries that the programs look for two folders up."""
    package = programs.parent
    libraries = package.with_name(f"{package.name}.libs")
    built = int((programs / "bin" / "postgres").stat().st_mtime)
    target = outside / f"programs-{programs.name}-{built}"
    if not target.exists():
        half = target.with_name(target.name + ".half")
        shutil.rmtree(half, ignore_errors=True)
        shutil.copytree(programs, half / package.name / programs.name, symlinks=True)
        if libraries.exists():
            shutil.copytree(libraries, half / libraries.name, symlinks=True)
        for path in [half, *half.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        half.rename(target)
    return target / package.name / programs.name


def socket_folder(preferred: Path, account: Account | None) -> Path:
    """`preferred`, or a short one that it then points to: a socket's name is cut at about a hundred bytes."""
    if len(os.fsencode(preferred / SOCKET_NAME)) <= LONGEST_SOCKET:
        folder = preferred
        folder.mkdir(parents=True, exist_ok=True)
    else:
        folder = _short_folder(preferred, account)
    folder.chmod(0o700)
    if account is not None:
        account.own(folder)
    return folder


def _short_folder(pointer: Path, account: Account | None) -> Path:
    """The one that the last start made, if nobody else has put theirs in its place since."""
    if pointer.is_symlink():
        folder = pointer.readlink()
        owners = {os.geteuid(), account.uid if account else os.geteuid()}
        if folder.is_dir() and not folder.is_symlink() and folder.stat().st_uid in owners:
            return folder
        pointer.unlink()
    folder = Path(tempfile.mkdtemp(prefix="federation-", dir="/tmp"))
    pointer.parent.mkdir(parents=True, exist_ok=True)
    pointer.symlink_to(folder)
    return folder


def remove(path: Path) -> None:
    """A folder or a file with what it holds; of a pointer also what it points to."""
    if path.is_symlink():
        shutil.rmtree(path.readlink(), ignore_errors=True)
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
