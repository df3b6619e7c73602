#!/usr/bin/env bash
# pytest-xdist: with `--dist loadgroup` tests of one `xdist_group` run on several workers.
#
# Guess beforehand: tests with one mark `xdist_group("one")` run on one worker, as the manual of xdist says.
# Seen with pytest 9.2.0 and pytest-xdist 3.8.0, without a warning: xdist appends the group to `item._nodeid`, which pytest
# no longer reads, for a test's id has become an object; so `loadgroup` divides tests as `load` does. With pytest 9.0.2 the
# groups are kept. `--dist loadfile` goes by the file in the id and is kept by both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
cat >"$folder/test_group.py" <<'PYTHON'
import os
from pathlib import Path

import pytest


@pytest.mark.xdist_group("one")
@pytest.mark.parametrize("number", range(20))
def test_worker(number):
    Path(os.environ["PYTEST_XDIST_WORKER"]).touch()
PYTHON
cd "$folder"
for version in 9.0.2 9.2.0; do
  venv/bin/pip install -q --disable-pip-version-check "pytest==$version" pytest-xdist==3.8.0
  rm -f gw*
  venv/bin/pytest -q -n 2 --dist loadgroup -p no:cacheprovider test_group.py >/dev/null
  workers=(gw*)
  echo "pytest $version: one group on ${#workers[@]} workers"
  [ "${#workers[@]}" = "$([ "$version" = 9.0.2 ] && echo 1 || echo 2)" ]
done
