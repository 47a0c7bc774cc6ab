"""Settings of every environment; what differs comes from environment variables (see README).

base: apps, data, language, files · accounts: ways in · security: headers, cookies · messages: mail, SMS · logs.
No name is set in two of them: the order of these lines means nothing.
"""

from federation.settings.accounts import *
from federation.settings.base import *
from federation.settings.logs import *
from federation.settings.messages import *
from federation.settings.security import *
