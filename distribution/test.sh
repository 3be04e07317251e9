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

for user in {65530..65534}; do "${root[@]}" install -d -o "$user" -g "$user" "$work/home-$user"; done

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

# What the launcher says, and that it fails.
refuses() {
  local expected=$1 code=0
  shift
  as "$@" "$installed/bin/drey" --version >"$work/refused" 2>&1 || code=$?
  [ "$code" -eq 1 ] && [[ $(<"$work/refused") == "drey: $expected" ]] ||
    fail "exit $code, expected 'drey: $expected': $(<"$work/refused")"
}

# A Java that tells its version and modules, and can do nothing else.
fake_java() {
  "${root[@]}" mkdir -p "$work/$1/bin"
  echo "JAVA_VERSION=\"$2\"" | "${root[@]}" tee "$work/$1/release" >/dev/null
  printf '#!/bin/sh\necho %s\n' "$3" | "${root[@]}" tee "$work/$1/bin/java" >/dev/null
  "${root[@]}" chmod +x "$work/$1/bin/java"
  more=("JAVA_HOME=$work/$1")
}

# Manual pages without a warning of groff, with every option of --help.
reads_manual() {
  local page command option
  for page in "$1"/man/man1/*.1.gz; do
    man --warnings -E UTF-8 -l "$page" 2>&1 >/dev/null | diff - /dev/null || fail "warnings of $page"
  done
  for command in run filter 'state read'; do
    # shellcheck disable=SC2086 # words
    as 65534 "$installed/bin/drey" $command --help | grep -oE '^ +(-., )?--[a-z-]+' | grep -oE -- '--.*' |
      while read -r option; do
        zcat "$1/man/man1/drey-${command/ /-}.1.gz" | tr -d '\\' | grep -qF "fB${option}fR" || fail "no $option in the page of $command"
      done
  done
}

completes() {
  (
    set +eu
    . "$1/bash-completion/completions/drey"
    COMP_WORDS=(drey state read --oper) COMP_CWORD=3
    _complete_drey 2>/dev/null
    [ "${COMPREPLY[*]}" = --operator ]
  ) || fail "no completion by $1"
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
unpack "$any_java" "any java"
together 65534 65533
commands 65534
reads_manual "$installed/share"
completes "$installed/share"

step "$any_java: through a link, and where nothing can be written"
"${root[@]}" ln -s "$installed/bin/drey" "$work/link"
more=(HOME=/nonexistent)
as 65534 "$work/link" filter 'event.status >= 500' "$PWD/conf/samples/access-log.jsonl" >"$work/errors.jsonl" 2>"$work/log"
[ "$(wc -l <"$work/errors.jsonl")" -gt 0 ] && ! grep . "$work/log" || fail "$(<"$work/log")"

step "$any_java: without a Java that will do"
cure="install a Java runtime, 17 or newer (Debian: openjdk-17-jre-headless), or set JAVA_HOME"
fake_java old 11.0.2 ""
refuses "Java 11.0.2 at $work/old/bin/java is too old: $cure" 65530
fake_java small 17.0.2 java.base@17.0.2
refuses "Java 17.0.2 at $work/small/bin/java lacks the module java.desktop: $cure" 65530
more=()
path_of none "${launcher[@]}"
refuses "No java found: $cure" 65530

step "$own_runtime: no Java, two users, each twice at once"
unpack "$own_runtime" own
together 65532 65531
commands 65532
start_broker
reads_topic 65532

step "$package: contents, installation, removal"
target=$work/debian
"${root[@]}" mkdir -p "$target"/var/lib/dpkg/{info,updates}
"${root[@]}" touch "$target/var/lib/dpkg/status"
on_target=("${root[@]}" dpkg "--root=$target" --force-depends --force-script-chrootless --log=/dev/null)
"${on_target[@]}" -i "$built/$package" >"$work/log" 2>&1 || fail "$(<"$work/log")"
(cd "$target" && md5sum --check --quiet var/lib/dpkg/info/drey.md5sums)
[ -z "$(find "$target/usr" ! -user root -o -type f -perm /022 -o -type f -perm /111 ! -path '*/bin/drey')" ] ||
  fail "modes or owners that a package must not have"
installed=$target/usr/share/drey
[ "$(readlink -f "$target/usr/bin/drey")" = "$installed/bin/drey" ] || fail "/usr/bin/drey is not the launcher"
path_of java
example 65530 "$work/log"
reads_manual "$target/usr/share"
completes "$target/usr/share"
"${on_target[@]}" -r drey >"$work/log" 2>&1 || fail "$(<"$work/log")"
[ -z "$(find "$target" -path "$target/var" -prune -o -type f -print)" ] || fail "files left behind"
