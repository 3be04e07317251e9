// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What {@link Rows} must give for the {@link SampleJob}. */
public final class ExpectedRows {
  private ExpectedRows() {}

  /** The rows of all keys of {@link ManyStates}. */
  public static List<String> ofManyStates() {
    List<String> rows = new ArrayList<>();
    for (long i = 0; i < SampleJob.KEYS; i++) {
      String start = "{'operator':'many-states','state':'%s','key':'key-" + i + "',";
      values(start, i, rows);
      collections(start, i, rows);
      timers(start, i, rows);
    }
    rows.replaceAll(row -> row.replace('\'', '"'));
    return rows;
  }

  private static void values(String start, long i, List<String> rows) {
    String home = "{'city':'city\\t" + i + "','zip':" + i + "}";
    rows.add(start.formatted("last") + "'value':" + i + "}");
    rows.add(
        start.formatted("account")
            + ("'value':{'address':" + (i % 3 == 0 ? "null" : home) + ",'balance':" + -i)
            + (",'homes':{'home':" + home + "},'kind':'" + (i % 2 == 0 ? "BASIC" : "PREMIUM"))
            + ("','limits':[" + i + "],'owner':'owner-" + i + "-\u00e9\u4e16','rating':")
            + ((i % 2 == 0 ? "null" : String.valueOf(i)) + ",'tags':['a" + i + "','b']}}"));
    rows.add(
        start.formatted("visit")
            + ("'value':{'at':'" + Instant.ofEpochSecond(1_700_000_000L + i, 5_000_000))
            + ("','page':'/" + i + "','price':" + i + ".50,'score':" + i / 2.0 + "}}"));
    rows.add(start.formatted("pair") + "'value':{'f0':'p" + i + "','f1':" + (i % 2 == 0) + "}}");
    rows.add(start.formatted("event") + "'value':{'id': " + i + ", 'x':[1,{}]}}");
    rows.add(start.formatted("sum") + "'value':" + (i + 1) + "}");
    rows.add(start.formatted("joined") + "'value':'" + i + ";'}");
    rows.add(start.formatted("fresh") + "'value':'f" + i + "','last_access':T}");
  }

  private static void collections(String start, long i, List<String> rows) {
    rows.add(start.formatted("names") + "'value':['n" + i + "','']}");
    rows.add(start.formatted("counts") + "'map_key':'c" + i + "','value':" + i + "}");
    rows.add(start.formatted("counts") + "'map_key':'all','value':1}");
    rows.add(start.formatted("fresh-list") + "'value':[" + i + ",7],'last_access':[T,T]}");
    rows.add(start.formatted("fresh-map") + "'map_key':" + i + ",'value':'m','last_access':T}");
  }

  private static void timers(String start, long i, List<String> rows) {
    rows.add(timer(start, "event", ManyStates.EVENT_TIMER + i));
    rows.add(timer(start, "processing", ManyStates.PROCESSING_TIMER + i));
  }

  private static String timer(String start, String time, long millis) {
    String instant = Instant.ofEpochMilli(millis).toString();
    String withMillis = instant.contains(".") ? instant : instant.replace("Z", ".000Z");
    return start.formatted("_timer_state/" + time + "_user-timers")
        + ("'timestamp':'" + withMillis + "'}");
  }

  /** The rows of all subtasks of {@link SubtaskStates}, and of one copy of its broadcast state. */
  public static List<String> ofSubtaskStates(Snapshots snapshot) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < SampleJob.RULES; i++) {
      rows.add(
          "{'operator':'subtask-states','state':'rules','map_key':'rule-"
              + (i + "','value':" + value("account", i) + "}"));
    }
    for (int i = 0; i < snapshot.parallelism(); i++) {
      String start = "{'operator':'subtask-states','state':'%s','subtask':" + i + ",'value':";
      rows.add(start.formatted("names") + "'a" + i + "'}");
      rows.add(start.formatted("names") + "'b" + i + "'}");
      rows.add(start.formatted("offsets") + "{'f0':'part','f1':" + i * 10 + "}}");
    }
    rows.replaceAll(row -> row.replace('\'', '"'));
    return rows;
  }

  /** The value in the row that some state of {@link ManyStates} has for a key. */
  private static String value(String state, long i) {
    List<String> rows = new ArrayList<>();
    values("%s|", i, rows);
    String row = rows.stream().filter(one -> one.startsWith(state + "|")).findFirst().orElseThrow();
    return row.substring(row.indexOf("'value':") + "'value':".length(), row.length() - 1);
  }

  /** The rows of the windows: a sum and a timer each. */
  public static List<String> ofWindows() {
    List<String> rows = new ArrayList<>();
    String window =
        "'namespace':{'start':'1970-01-01T00:00:00.000Z','end':'1970-01-01T01:00:00.000Z'},";
    for (long key = 0; key < 4; key++) {
      long sum = 0;
      for (long i = key; i < SampleJob.KEYS; i += 4) {
        sum += i;
      }
      String start = "{'operator':'windows','state':'%s','key':" + key + "," + window;
      rows.add(start.formatted("window-contents") + "'value':" + sum + "}");
      rows.add(
          start.formatted("_timer_state/event_window-timers")
              + "'timestamp':'1970-01-01T00:59:59.999Z'}");
    }
    rows.replaceAll(row -> row.replace('\'', '"'));
    return rows;
  }
}
