"""Django looks for an app's admins here; each subject keeps its own."""

from members.desk import admin as desk
from members.duplicates import admin as duplicates
from members.enterprises import admin as enterprises
from members.membership import admin as membership
from members.partners import admin as partners
from members.register import admin as register

__all__ = ["desk", "duplicates", "enterprises", "membership", "partners", "register"]
