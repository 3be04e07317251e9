#!/usr/bin/env bash
# Copyright the Drey authors.
# SPDX-License-Identifier: Apache-2.0

# Measures Drey beside its peers: benchmarks/run.sh [--events N] [--repeat R] [--rows A,B] [--check]
# [--write] [--profile], or one operation at a time: benchmarks/run.sh micro [options of JMH]. Needs Miller (mlr).
set -euo pipefail
cd "$(dirname "$0")/.."

"${MVN:-mvn}" -q -B -P benchmarks -pl benchmarks -am -DskipTests -Dspotless.check.skip package >&2
bin/drey --version >&2

main=io.drey.benchmarks.Main
if [ "${1:-}" = micro ]; then
  main=org.openjdk.jmh.Main
  shift
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "-Ddrey.root=$PWD" \
  -cp "benchmarks/target/classes:$(<benchmarks/target/class-path)" "$main" "$@"
