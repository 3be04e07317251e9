#!/usr/bin/env bash
# Copyright the Drey authors.
# SPDX-License-Identifier: Apache-2.0

# Measures how long commands take that do little: benchmarks/start.sh [ROUNDS]. Prints medians, nine rounds unless told
# otherwise, each round with every command, so that a busy minute slows all of them. JAVA_HOME chooses the Java.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-9}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for second in {0..9}; do
  echo "{\"id\":$((second / 2)),\"at\":\"2024-01-01T00:00:0${second}Z\"}"
done >"$work/events.jsonl"
cat >"$work/ten.yaml" <<YAML
version: 1
name: ten
sources: {events: {type: file, path: "$work/events.jsonl", time: {field: at}}}
steps:
  - {id: first, deduplicate: {key: id, ttl: 1h}}
sinks: {out: {type: file, path: "$work/out.jsonl", mode: overwrite}}
YAML

names=()
commands=()
row() {
  names+=("$1")
  shift
  commands+=("$(printf '%q ' "$@")")
}
row "java -version" "$java" -version
row "drey --version" bin/drey --version
row "drey validate" bin/drey validate "$work/ten.yaml"
row "drey explain" bin/drey explain "$work/ten.yaml"
row "drey operators" bin/drey operators
row "drey state ls" bin/drey state ls "$work/savepoint"
row "drey run, ten events" bin/drey run "$work/ten.yaml"
if bin/drey run --help | grep -q -- --cluster; then
  row "drey run --cluster, ten events" bin/drey run --cluster "$work/ten.yaml"
fi

# Builds, prepares the fast start of both kinds of commands, and makes the savepoint.
bin/drey run -q "$work/ten.yaml" --keep-open --savepoint "$work/savepoint" 2>/dev/null
bin/drey --version >&2

TIMEFORMAT='%R %U %S'
for ((round = 0; round < rounds; round++)); do
  for i in "${!commands[@]}"; do
    { time eval "${commands[i]}" >"$work/output" 2>&1; } 2>>"$work/times-$i" ||
      { cat "$work/output" >&2; exit 1; }
  done
done

# The median of the wall times and of the processor times of a row, in milliseconds.
medians() {
  awk '{ print 1000 * $1 }' "$work/times-$1" | sort -n | sed -n "$(((rounds + 1) / 2))p"
  awk '{ print 1000 * ($2 + $3) }' "$work/times-$1" | sort -n | sed -n "$(((rounds + 1) / 2))p"
}

echo "| command | ms | of \`java -version\` | processor ms | of \`java -version\` |"
echo "| --- | ---: | ---: | ---: | ---: |"
mapfile -t java_medians < <(medians 0)
for i in "${!names[@]}"; do
  mapfile -t own < <(medians "$i")
  awk -v name="${names[i]}" -v wall="${own[0]}" -v cpu="${own[1]}" \
    -v java_wall="${java_medians[0]}" -v java_cpu="${java_medians[1]}" 'BEGIN {
      printf "| `%s` | %d | %.1f | %d | %.1f |\n", name, wall, wall / java_wall, cpu, cpu / java_cpu
    }' | sed 's/, ten events`/`, ten events/'
done

# From the built job of the ten events to its end, as a program tells that does nothing else.
mkdir "$work/classes"
javac=${java%java}javac
"$javac" -d "$work/classes" -cp 'dist/lib/*' benchmarks/src/main/java/io/drey/benchmarks/JobStartMain.java
jars=("$PWD"/dist/lib/*.jar "$PWD"/dist/lib-rpc/*.jar)
archive=(dist/drey-*.jsa)
for ((round = 0; round < rounds; round++)); do
  "$java" -Xlog:disable -XX:+UseParallelGC -XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
    "-XX:SharedArchiveFile=${archive[0]}" -cp "$(IFS=:; echo "${jars[*]}"):$work/classes" io.drey.benchmarks.JobStartMain "$work/ten.yaml"
done | sort -n | sed -n "$(((rounds + 1) / 2))p" |
  awk -v java_wall="${java_medians[0]}" '{ printf "| ten events, from the built job to its end | %d | %.1f | | |\n", $1, $1 / java_wall }'
