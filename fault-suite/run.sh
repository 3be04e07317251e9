#!/usr/bin/env bash
# Copyright the Drey authors.
# SPDX-License-Identifier: Apache-2.0

# The fault suite alone: fault-suite/run.sh [short|long|soak]. The soak takes half an hour. The long form mounts a disk and
# cuts a network, that of a namespace of its own: it takes root on Linux.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# what Maven has to download, and all that the suite starts
mvn -B -q -Pfull verify -DskipTests

suite=(mvn -o -B -Pfull verify -pl fault-suite -am -Ddrey.faults="${1:-short}"
  -Dtest=DifferenceTest -Dit.test='*FaultsITCase,SoakITCase'
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false)
if [ "${1:-short}" = long ]; then
  # shellcheck disable=SC2016 # expanded by sh
  suite=(unshare -n sh -c
    'ip link set lo up && ip rule add pref 20 lookup local && ip rule del pref 0 && exec "$@"' sh "${suite[@]}")
fi
exec "${suite[@]}"
