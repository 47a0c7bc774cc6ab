"""The environment, read once."""

import environ

env = environ.Env()
