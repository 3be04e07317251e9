// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShowITCase {
  private final TestingDrey drey = new TestingDrey();

  @ParameterizedTest
  @EnumSource
  void addsUpTheEntriesOfStates(Snapshots snapshot) {
    assertThat(show(snapshot, "--operator", "many-states")).isZero();

    assertThat(drey.err()).isEmpty();
    assertThat(row("last")).contains("\"entries\":" + SampleJob.KEYS + ",");
    assertThat(row("counts")).contains("\"entries\":" + 2 * SampleJob.KEYS + ",");
    assertThat(row("_timer_state/event_user-timers"))
        .contains("\"entries\":" + SampleJob.KEYS + ",");
  }

  @Test
  void showsAllThereIsToKnowOfAState() {
    show(Snapshots.CANONICAL_OF_HASHMAP, "--operator", "windows");

    assertThat(row("window-contents"))
        .isEqualTo(
            "{'operator':'windows','state':'window-contents','kind':'reducing','key_type':'Long',"
                    .replace('\'', '"')
                + "'namespace_type':'TimeWindow','value_type':'Long','ttl':false,"
                    .replace('\'', '"')
                + "'serializer':'org.apache.flink.api.common.typeutils.base.LongSerializer',"
                    .replace('\'', '"')
                + "'entries':4,'bytes':128,".replace('\'', '"')
                + "'key_groups':{'all':16,'used':4,'fewest':1,'median':1,'most':1,'fullest':1},"
                    .replace('\'', '"')
                + "'largest_keys':[".replace('\'', '"')
                + String.join(",", largest(3), largest(1), largest(0), largest(2))
                + "]}");
  }

  private static String largest(int key) {
    return "{'key':%d,'namespace':{'start':'1970-01-01T00:00:00.000Z','end':'1970-01-01T01:00:00.000Z'},"
            .formatted(key)
            .replace('\'', '"')
        + "\"entries\":1,\"bytes\":32}";
  }

  @Test
  void showsTheFiveLargestKeysOfAll() {
    show(Snapshots.CANONICAL_OF_HASHMAP, "--operator", "many-states");

    // the text grows with the number
    assertThat(row("joined").replaceAll(".*\"largest_keys\":", ""))
        .matches("\\[(\\{\"key\":\"key-[1-3]\\d\",\"entries\":1,\"bytes\":12},?){5}]}");
    assertThat(row("counts").replaceAll(".*\"largest_keys\":", ""))
        .contains("\"entries\":2,\"bytes\":");
  }

  @Test
  void countsWhatIsExpired() {
    String[] future = {"--as-of", "2999-01-01T00:00:00Z", "--operator", "many-states"};

    show(Snapshots.NATIVE_OF_HASHMAP, with(future, "--ttl", "1d", "--ttl", "fresh=1000000d"));

    assertThat(row("fresh")).contains("\"expired\":0,");
    assertThat(row("fresh-list")).contains("\"expired\":" + SampleJob.KEYS + ",");
    assertThat(row("fresh-map")).contains("\"expired\":" + SampleJob.KEYS + ",");
    assertThat(row("last")).doesNotContain("expired");
  }

  @ParameterizedTest
  @EnumSource
  void distributesAllEntries(Snapshots snapshot) throws Exception {
    show(snapshot, "--operator", "many-states", "--histograms");

    for (String line : drey.lines()) {
      JsonNode state = new ObjectMapper().readTree(line);
      long entries = state.get("entries").asLong();
      if (entries > 0 && !state.get("key_type").isNull()) {
        assertThat(sum(state.get("entries_of_key_groups"), "")).isEqualTo(entries);
        assertThat(state.get("entries_of_key_groups").get(fullest(state)).asLong())
            .isEqualTo(state.get("key_groups").get("most").asLong());
        assertThat(sum(state.get("bytes_of_key_groups"), ""))
            .isEqualTo(state.get("bytes").asLong());
        assertThat(sum(state.get("sizes"), "/entries")).isEqualTo(entries);
        assertThat(state.has("due")).isEqualTo(state.get("kind").asText().equals("timers"));
        assertThat(state.has("last_access")).isEqualTo(state.get("ttl").asBoolean());
      }
    }
    assertThat(sum(object("_timer_state/event_user-timers").get("due"), "/entries"))
        .isEqualTo(SampleJob.KEYS);
    assertThat(sum(object("fresh").get("last_access"), "/entries")).isEqualTo(SampleJob.KEYS);
  }

  private static int fullest(JsonNode state) {
    return state.get("key_groups").get("fullest").asInt();
  }

  private JsonNode object(String state) throws JsonProcessingException {
    return new ObjectMapper().readTree(row(state));
  }

  private static long sum(JsonNode items, String pointer) {
    long sum = 0;
    for (JsonNode item : items) {
      sum += item.at(pointer).asLong();
    }
    return sum;
  }

  @Test
  void showsOperatorStateAndTables() {
    show(Snapshots.CANONICAL_OF_HASHMAP, "--operator", "subtask-states", "-o", "csv");

    assertThat(drey.lines())
        .hasSize(5)
        .startsWith(
            "operator,state,kind,entries,bytes,key groups,fullest,largest key,ttl,serializer,"
                + "key type,value type",
            "subtask-states,names,operator list,4,12,,,,,StringSerializer,,List<String>",
            "subtask-states,none,operator list,0,0,,,,,LongSerializer,,List<Long>");
  }

  @ParameterizedTest
  @EnumSource
  void countsKeys(Snapshots snapshot) {
    assertThat(drey.run("state", "ls", "--count", snapshot.path().toString())).isZero();

    assertThat(drey.lines())
        .anyMatch(
            line -> line.contains("\"uid\":\"many-states\"") && line.contains(",\"keys\":40,"))
        .anyMatch(line -> line.contains("\"uid\":\"windows\"") && line.contains(",\"keys\":4,"))
        .anyMatch(
            line -> line.contains("\"uid\":\"subtask-states\"") && line.contains("\"keys\":0,"));
  }

  private int show(Snapshots snapshot, String... options) {
    return drey.run(with(new String[] {"state", "show", snapshot.path().toString()}, options));
  }

  private static String[] with(String[] first, String... more) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  private String row(String state) {
    return drey.lines().stream()
        .filter(line -> line.contains("\"state\":\"" + state + "\""))
        .findFirst()
        .orElseThrow();
  }
}
