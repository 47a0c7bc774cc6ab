"""Printed documents. Only aside.py knows Django; the rest runs in a process of its own."""

# With which that process ends where the assets were never built.
NO_FONTS = 3
