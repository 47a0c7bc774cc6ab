# Sourced by the commands beside it, in the checkout's top folder: leaves a Python of 3.11 or newer in $PYTHON,
# preferring one that can make a virtual environment, or says in one line what is missing.

find_python() {
    for candidate in ${PYTHON:-} python3.12 python3.11 python3 python3.13 python3.14 python; do
        if "$candidate" -c "import sys; assert sys.version_info >= (3, 11); $1" 2>/dev/null; then
            PYTHON=$candidate
            return 0
        fi
    done
    return 1
}

if ! find_python "import ensurepip, ssl, venv" && ! find_python ""; then
    found="no Python"
    for candidate in ${PYTHON:-} python3 python; do
        version=$("$candidate" -c "import sys; print('%d.%d' % sys.version_info[:2])" 2>/dev/null) || continue
        found="only Python $version"
        break
    done
    echo "This needs Python 3.11 or newer, and $found was found: install one" \
        "(Debian 12, Ubuntu 24.04: apt-get install python3 python3-venv) or name it in PYTHON." >&2
    exit 1
fi
