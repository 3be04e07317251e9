// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.drey.state.inspect.OperatorReport;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.inspect.StateReport;
import io.drey.state.sample.OldSnapshots;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Flink 1.20 wrote: no uids and no names, yet all of the values. */
class OldRowsITCase {
  private static final int KEYS = 10;
  private static final String ANYTHING =
      "[true,-1,-300,-70000,-9223372036854775808,1.5,3.0,'x',-123456789012345678901,1.50,"
          + "'2023-11-14T22:13:20.000Z','01234567-89ab-cdef-8123-456789abcdef','a:b','AQI=',null,"
          + ("'\u00e9\u4e16" + "-".repeat(70) + "',['one',2],['one',2],{'k':[]},{'1':['s']}]");

  private static final long EVENT_TIMER = 1_900_000_000_000L;
  private static final long PROCESSING_TIMER = 4_000_000_000_000L;

  @ParameterizedTest
  @EnumSource
  void readsStatesOfEveryKind(OldSnapshots snapshot) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      values(i, expected);
      collections(i, expected);
    }

    assertThat(rows(snapshot, "keyed-states"))
        .containsExactlyInAnyOrderElementsOf(quoted(expected));
  }

  @ParameterizedTest
  @EnumSource
  void readsStatesOfSubtasks(OldSnapshots snapshot) {
    assertThat(rows(snapshot, "subtask-states"))
        .containsExactlyInAnyOrderElementsOf(
            quoted(
                List.of(
                    "{'state':'rules','map_key':'rule-0','value':" + customer(0) + "}",
                    "{'state':'rules','map_key':'rule-1','value':" + customer(1) + "}",
                    "{'state':'names','subtask':0,'value':'a0'}",
                    "{'state':'names','subtask':1,'value':'a1'}",
                    "{'state':'offsets','subtask':0,'value':{'f0':'part','f1':0}}",
                    "{'state':'offsets','subtask':1,'value':{'f0':'part','f1':10}}")));
  }

  @ParameterizedTest
  @EnumSource
  void readsCollectionsOfKryo(OldSnapshots snapshot) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      expected.add(
          "{'state':'basket','key':"
              + i
              + ",'value':{'anything':"
              + ANYTHING
              + ",'counts':{'c"
              + i
              + "':"
              + i
              + "},'items':['i"
              + i
              + "',''],'kind':'"
              + (i % 2 == 0 ? "OPEN" : "PAID")
              + "','numbers':["
              + -i
              + ",1099511627776],'owner':'owner-"
              + i
              + "'}}");
    }

    assertThat(rows(snapshot, "baskets")).containsExactlyInAnyOrderElementsOf(quoted(expected));
  }

  @ParameterizedTest
  @EnumSource
  void readsWindows(OldSnapshots snapshot) {
    String window =
        "'namespace':{'start':'1970-01-01T00:00:00.000Z','end':'1970-01-01T01:00:00.000Z'},";
    String timer = "{'state':'_timer_state/event_window-timers','key':";
    String end = "'timestamp':'1970-01-01T00:59:59.999Z'}";

    assertThat(rows(snapshot, "windows"))
        .containsExactlyInAnyOrderElementsOf(
            quoted(
                List.of(
                    "{'state':'window-contents','key':0," + window + "'value':20}",
                    "{'state':'window-contents','key':1," + window + "'value':25}",
                    timer + "0," + window + end,
                    timer + "1," + window + end)));
  }

  @ParameterizedTest
  @EnumSource
  void listsOperatorsByTheirHashes(OldSnapshots snapshot) {
    SavepointReport report = SavepointReport.of(SnapshotFiles.at(snapshot.path().toString()));

    assertThat(report.damage()).isEmpty();
    assertThat(report.operators())
        .hasSize(10)
        .allMatch(operator -> operator.id().uid() == null && operator.id().name() == null);
    assertThat(report.operators())
        .filteredOn(operator -> operator.id().hash().equals("dd3360f6b8ab0363c9992569bf1b7cca"))
        .flatExtracting(OperatorReport::states)
        .extracting(
            StateReport::name, StateReport::kind, StateReport::keyType, StateReport::valueType)
        .containsExactly(
            tuple("_timer_state/event_window-timers", "timers", "Long", "Timer"),
            tuple("_timer_state/processing_window-timers", "timers", "Long", "Timer"),
            tuple("window-contents", "reducing", "Long", "Long"));
  }

  private static void values(int i, List<String> rows) {
    rows.add(start("last", i) + "'value':" + i + "}");
    rows.add(start("customer", i) + "'value':" + customer(i) + "}");
    rows.add(
        start("visit", i)
            + ("'value':{'at':'" + Instant.ofEpochSecond(1_700_000_000L + i, 5_000_000))
            + ("','page':'/" + i + "','price':" + i + ".50,'score':" + i / 2.0 + "}}"));
    rows.add(start("pair", i) + "'value':{'f0':'p" + i + "','f1':" + (i % 2 == 0) + "}}");
    rows.add(start("sum", i) + "'value':" + (i + 1) + "}");
    rows.add(start("joined", i) + "'value':'" + i + ";'}");
    rows.add(start("fresh", i) + "'value':'f" + i + "','last_access':T}");
    rows.add(timer("event", i, EVENT_TIMER + i));
    rows.add(timer("processing", i, PROCESSING_TIMER + i));
  }

  private static void collections(int i, List<String> rows) {
    rows.add(start("names", i) + "'value':['n" + i + "','']}");
    rows.add(start("counts", i) + "'map_key':'c" + i + "','value':" + i + "}");
    rows.add(start("counts", i) + "'map_key':'all','value':1}");
    rows.add(start("fresh-list", i) + "'value':[" + i + ",7],'last_access':[T,T]}");
    rows.add(start("fresh-map", i) + "'map_key':" + i + ",'value':'m','last_access':T}");
  }

  private static String customer(int i) {
    String address = i % 3 == 0 ? "null" : "{'city':'city-" + i + "','zip':" + i + "}";
    return "{'address':"
        + (address + ",'balance':" + -i + ",'last':'" + (i % 2 == 0 ? "OPEN" : "PAID"))
        + ("','name':'name-" + i + "-\u00e9\u4e16','rating':" + (i % 2 == 0 ? "null" : "" + i))
        + (",'visits':[" + i + "," + (i + 1) + "]}");
  }

  private static String timer(String time, int i, long millis) {
    String instant = Instant.ofEpochMilli(millis).toString();
    String withMillis = instant.contains(".") ? instant : instant.replace("Z", ".000Z");
    return start("_timer_state/" + time + "_user-timers", i) + "'timestamp':'" + withMillis + "'}";
  }

  private static String start(String state, int i) {
    return "{'state':'" + state + "','key':'key-" + i + "',";
  }

  private static List<String> quoted(List<String> rows) {
    return rows.stream().map(row -> row.replace('\'', '"')).toList();
  }

  /** The rows without the operator's hash and the instants of last accesses. */
  private static List<String> rows(OldSnapshots snapshot, String uid) {
    SnapshotFiles files = SnapshotFiles.at(snapshot.path().toString());
    Metadata metadata = files.metadata();
    OperatorSnapshot operator = metadata.operator(uid);
    assertThat(metadata.version()).isEqualTo(4);
    StringBuilder rows = new StringBuilder();
    assertThat(
            RowReader.read(files, operator, Selection.ALL, TtlExpiry.UNKNOWN, rows::append)
                .damage())
        .isEmpty();
    return rows.toString()
        .lines()
        .map(row -> row.replace("\"operator\":\"" + operator.id().hash() + "\",", ""))
        .map(row -> row.contains("last_access") ? row.replaceAll("\"20[^\"]*Z\"", "T") : row)
        .toList();
  }
}
