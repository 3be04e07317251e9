#!/usr/bin/env bash
# Copyright the Drey authors.
# SPDX-License-Identifier: Apache-2.0

# Tests what `mvn -Prelease verify` has made: each as another user than its owner, from a place where that user
# may not write, with nothing on the PATH but what the launcher takes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
built=$PWD/distribution/target
any_java=$(cd "$built" && find drey-*.tar.gz ! -name '*-linux-*')
own_runtime=$(cd "$built" && ls drey-*-linux-*.tar.gz)
package=$(cd "$built" && ls drey_*_all.deb)

root=()
[ "$(id -u)" -eq 0 ] || root=(sudo -n)
work=$("${root[@]}" mktemp -d)
"${root[@]}" chmod 755 "$work"
trap '"${root[@]}" rm -rf "$work"' EXIT

step() {
  printf -- '-- %s\n' "$*"
}

fail() {
  echo "distribution/test.sh: $*" >&2
  exit 1
}

# A PATH of these programs only.
path_of() {
  local folder=$work/path-$1 program
  shift
  "${root[@]}" mkdir -p "$folder"
  for program in "$@"; do "${root[@]}" ln -s "$(readlink -f "$(command -v "$program")")" "$folder/$program"; done
  path=$folder
}

# Runs a command as a user (a number, of whom nothing else is known) with an environment of PATH, HOME and $more only.
more=()
as() {
  local user=$1
  shift
  "${root[@]}" env -i PATH="$path" HOME="$work/home-$user" "${more[@]}" \
    "$(command -v setpriv)" --reuid="$user" --regid="$user" --clear-groups -- "$@"
}

for user in {65531..65534}; do "${root[@]}" install -d -o "$user" -g "$user" "$work/home-$user"; done

# Unpacks a tarball for a folder that nobody may write to.
unpack() {
  "${root[@]}" mkdir "$work/$2"
  "${root[@]}" tar xf "$built/$1" -C "$work/$2" --no-same-owner
  "${root[@]}" chmod -R a-w "$work/$2"
  installed=$work/$2/${1%.tar.gz}
  ! as 65534 touch "$installed/new" 2>/dev/null || fail "$installed can be written to"
}

# What the README shows: the command, and what it prints.
readme() {
  sed -n '/^```console/,/^```/p' README.md | sed '1d;$d'
}

# Runs the README's example as a user, with messages to a file.
example() {
  local command
  command=$(readme | sed -n '1s/^\$ //p')
  (cd "$installed" && as "$1" bash -c "$command" 2>"$2") | diff - <(readme | grep '^{') ||
    fail "the example printed something else: $(cat "$2")"
}

# Several at once with an empty cache, then each user once more: from the archive.
together() {
  local user log=$work/log jobs=() job
  for user in "$@" "$@"; do
    example "$user" "$log-${#jobs[@]}" &
    jobs+=($!)
  done
  for job in "${jobs[@]}"; do wait "$job" || fail "one of several at once failed"; done
  for user in "$@"; do
    [ -n "$(find "$work/home-$user/.cache/drey$installed" -name 'drey-*.jsa' -size +10M)" ] ||
      fail "no class archive of $user: $(cat "$log"-*)"
    example "$user" "$log-again"
    ! grep "preparing a fast start" "$log-again" || fail "the class archive of $user was prepared twice"
  done
}

# Commands that use what a runtime may lack.
commands() {
  (
    cd "$installed"
    as "$1" bin/drey run -q conf/pipelines/login-history.yaml --keep-open \
      --savepoint "$work/home-$1/logins" >/dev/null
    as "$1" bin/drey state query "$work/home-$1/logins" 'SELECT COUNT(DISTINCT key) keys FROM `expiring-entries`'
  ) | diff - <(echo '{"keys":2}') || fail "query printed something else"
}

# Starts a broker, which ends when its standard input does, with this script.
start_broker() {
  local started
  broker=$work/broker
  "${root[@]}" install -d -m 755 -o "$(id -u)" "$broker"
  coproc BROKER {
    exec java -cp "distribution/target/test-classes:$(<distribution/target/test-class-path)" \
      -Dorg.slf4j.simpleLogger.logFile="$broker/log" \
      io.drey.distribution.TlsBroker "$broker" conf/samples/access-log.jsonl
  }
  read -r started <&"${BROKER[0]}" && [ "$started" = started ] || fail "the broker did not start"
}

# Reads a topic over TLS.
reads_topic() {
  (cd "$installed" && as "$1" bin/drey run -q "$broker/orders.yaml") | diff - conf/samples/access-log.jsonl ||
    fail "the topic holds something else"
}

step "checksums"
(cd "$built" && sha512sum --check --strict --quiet ./*.sha512)

launcher=(bash cat env find flock grep mkdir mv readlink rm touch)

step "$any_java: Java on the PATH, two users, each twice at once"
path_of java "${launcher[@]}" java
unpack "$any_java" any-java
together 65534 65533
commands 65534

step "$own_runtime: no Java, two users, each twice at once"
path_of none "${launcher[@]}"
unpack "$own_runtime" own runtime
together 65532 65531
commands 65532
start_broker
reads_topic 65532
