// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.operator;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the help of an operator says besides its options. */
public final class OperatorHelp {
  private static final String LOG = " conf/samples/access-log.jsonl";
  private static final String API = " conf/samples/api-events.jsonl";
  private static final String VIEWS = " conf/samples/page-views.jsonl";
  private static final String LOGINS = " conf/samples/logins.jsonl";
  private static final String UNIQUE =
      "drey stateful --class com.acme.UniqueIps -k user --options '{many: 2}' --jar"
          + " out/unique-ips.jar";

  private static final String READINGS = " conf/samples/readings.jsonl";

  /**
   * The help of one operator.
   *
   * @param description what it does
   * @param examples commands that run where Drey is
   */
  private record Help(String description, List<String> examples) {
    static Help of(String description, String... examples) {
      return new Help(description, List.of(examples));
    }
  }

  private static final Map<String, Help> ALL =
      Map.ofEntries(
          Map.entry(
              "deduplicate",
              Help.of(
                  "Passes one event of each key, in total or per time span.",
                  "drey deduplicate -k user" + LOG,
                  "drey deduplicate -k user,path --ttl 10m -t timestamp" + LOG,
                  "drey deduplicate -k user --output duplicates" + LOG)),
          Map.entry(
              "correlate",
              Help.of(
                  "Pairs requests with their responses.",
                  "drey correlate -k request_id -t timestamp --request \"event.event_type =="
                      + " 'request'\" --response \"event.event_type == 'response'\""
                      + API,
                  "drey correlate -k request_id -t timestamp --time-out-of-orderness 5s --request"
                      + " 'has(event.method)' --response 'has(event.status)' -f"
                      + " request_id,duration_ms"
                      + API,
                  "drey correlate -k request_id -t timestamp --request 'has(event.method)'"
                      + " --response 'has(event.status)' --output unmatched"
                      + API)),
          Map.entry(
              "sessionize",
              Help.of(
                  "Groups events into sessions, by gap or by start and end events.",
                  "drey sessionize -k user -t timestamp --gap 30m" + VIEWS,
                  "drey sessionize -k user -t timestamp --start \"event.action == 'login'\" --end"
                      + " \"event.action == 'logout'\" --collect none"
                      + VIEWS,
                  "drey sessionize -k user -t timestamp --copy ip --collect page" + VIEWS)),
          Map.entry(
              "batch",
              Help.of(
                  "Groups events into batches, by count or time.",
                  "drey batch --size 3" + LOG,
                  "drey batch -k user --size 10 --timeout 5s -t timestamp" + LOG,
                  "drey batch --size 100 conf/samples/readings.jsonl conf/samples/logins.jsonl")),
          Map.entry(
              "state-machine",
              Help.of(
                  "Tracks the state of each key, and reports violations and timeouts.",
                  "drey state-machine -k device --symbol '{expression: \"event.celsius > 20 ?"
                      + " `hot` : `cold`\"}' --initial cold --transitions '{cold: {cold: cold,"
                      + " hot: hot}, hot: {hot: hot, cold: cold}}'"
                      + READINGS,
                  "drey state-machine -k user -t timestamp --symbol action --initial out"
                      + " --transitions '{out: {login: in}, in: {view: in, logout: out}}'"
                      + VIEWS,
                  "drey state-machine -k user -t timestamp --symbol action --initial out"
                      + " --transitions '{out: {login: in}, in: {logout: out}}' --emit violations"
                      + VIEWS)),
          Map.entry(
              "aggregate",
              Help.of(
                  "Measures groups (counts, sums, percentiles), per time window or in total.",
                  "drey aggregate --by user --measures \"{requests: {count: '*'}}\"" + LOG,
                  "drey aggregate --by path --measures '{ms: {stats: duration_ms}}'" + LOG,
                  "drey aggregate --every 2s -t timestamp --time-out-of-orderness 1s --measures"
                      + " \"{events: {count: '*'}}\""
                      + API)),
          Map.entry(
              "rate-limit",
              Help.of(
                  "Limits the events of each key, in total or per time window.",
                  "drey rate-limit -k user --limit 1" + LOG,
                  "drey rate-limit -k user --limit 3 --per 1s -t timestamp"
                      + " --time-out-of-orderness 1s"
                      + API,
                  "drey rate-limit -k user --limit 1 --output limited" + LOG)),
          Map.entry(
              "sequence",
              Help.of(
                  "Numbers events, per key or all together.",
                  "drey sequence" + LOG,
                  "drey sequence -k user --field nth" + LOG,
                  "drey sequence -k customer -i csv -o csv conf/samples/orders.csv")),
          Map.entry(
              "count",
              Help.of(
                  "Wraps each event with its number, per key or over all events.",
                  "drey count" + LOG,
                  "drey count -k user" + LOG,
                  "drey count -f count,event.path" + LOG)),
          Map.entry(
              "detect-gaps",
              Help.of(
                  "Reports numbers that are missing.",
                  "drey detect-gaps -k device --field number" + READINGS,
                  "drey detect-gaps -k device --field number --output gaps" + READINGS,
                  "drey detect-gaps -k device --field number --also gaps=out/gaps.jsonl"
                      + READINGS)),
          Map.entry(
              "script",
              Help.of(
                  "Runs a script on each event, with state per key.",
                  "drey script --event 'event.n = (state.n ?? 0) + 1; state.n = event.n'" + LOG,
                  "drey script -k user --event 'if (state.contains(`last`)) { event.before ="
                      + " state.last } state.last = event.path'"
                      + LOG,
                  "drey script --event 'state.sum = (state.sum ?? 0) + event.duration_ms; drop()'"
                      + " --end 'emit({\"sum\": state.sum})'"
                      + LOG)),
          Map.entry(
              "stateful",
              Help.of(
                  "Runs a Java function of yours on each event, with state per key.",
                  UNIQUE + LOGINS,
                  UNIQUE + " --ttl 30d -t time" + LOGINS,
                  UNIQUE + " --output suspicious" + LOGINS)),
          Map.entry(
              "kv",
              Help.of(
                  "Runs the commands of a key-value store, with atomic updates and triggers.",
                  "drey kv -t at conf/samples/flag-commands.jsonl",
                  "drey kv --ttl 30s -t at conf/samples/cache-commands.jsonl",
                  "drey kv -t at --output changes conf/samples/profile-commands.jsonl")),
          Map.entry(
              "lookup",
              Help.of(
                  "Adds columns of a small file to events.",
                  "drey lookup --file conf/samples/users.csv -k user --in name" + LOG,
                  "drey lookup --file conf/samples/users.csv -k user --in name --add tier --missing"
                      + " drop"
                      + LOG,
                  "drey lookup --file conf/samples/users.csv -k user --in name --output missing"
                      + LOG)),
          Map.entry(
              "filter",
              Help.of(
                  "Passes the events for which an expression is true.",
                  "drey filter 'event.status >= 400'" + LOG,
                  "drey filter \"event.user == 'alice'\" -f path,status -o csv" + LOG,
                  "drey filter \"event.sensor == 'roof'\" -i logfmt conf/samples/sensors.log")),
          Map.entry(
              "set",
              Help.of(
                  "Sets fields to the results of expressions.",
                  "drey set 'slow=event.duration_ms > 1000'" + LOG,
                  "drey set 'seconds=event.duration_ms / 1000' 'user=lower(event.user)'" + LOG,
                  "drey set 'cost=number(event.amount) * 2' -i csv conf/samples/orders.csv")),
          Map.entry(
              "select",
              Help.of(
                  "Keeps some fields, in the given order.",
                  "drey select user,path" + LOG,
                  "drey select user,path -o csv" + LOG,
                  "drey select client,status -i text --input-pattern apache-combined"
                      + " conf/samples/httpd.log")),
          Map.entry(
              "drop-fields",
              Help.of(
                  "Removes some fields.",
                  "drey drop-fields client,duration_ms" + LOG,
                  "drey drop-fields note -i csv conf/samples/orders.csv",
                  "drey drop-fields ip -o logfmt" + VIEWS)));

  private OperatorHelp() {}

  static String description(String operator) {
    return of(operator).description;
  }

  /** Returns commands that show it. */
  public static List<String> examples(String operator) {
    return of(operator).examples;
  }

  private static Help of(String operator) {
    return Objects.requireNonNull(ALL.get(operator), () -> "no help of " + operator);
  }
}
