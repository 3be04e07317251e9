// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final int EVENTS = 10_000;

  @Test
  void isTheSameEveryTime() throws IOException {
    assertThat(text(Dataset.MANY_KEYS)).isEqualTo(text(Dataset.MANY_KEYS));
  }

  @Test
  void repeatsThreeInTenIds() throws IOException {
    assertThat(ids(Dataset.MANY_KEYS)).isBetween(6_900L, 7_100L);
  }

  @Test
  void hasAHundredthOfTheKeysInFewKeys() throws IOException {
    assertThat(ids(Dataset.FEW_KEYS)).isEqualTo(70);
  }

  @Test
  void hasLinesOfAboutTwoHundredBytes() throws IOException {
    assertThat(text(Dataset.MANY_KEYS).length() / EVENTS).isBetween(200, 210);
  }

  @Test
  void isOutOfOrderByLessThanFiveSeconds() throws IOException {
    Instant latest = Instant.MIN;
    Duration most = Duration.ZERO;
    for (JsonNode event : events(Dataset.MANY_KEYS)) {
      Instant time = Instant.parse(event.get("timestamp").textValue());
      if (time.isAfter(latest)) {
        latest = time;
      }
      Duration behind = Duration.between(time, latest);
      most = most.compareTo(behind) < 0 ? behind : most;
    }

    assertThat(most).isBetween(Duration.ofMillis(3_900), Duration.ofMillis(4_999));
  }

  @Test
  void answersMostCallsWithinThirtySecondsAndSomeNever() throws IOException {
    Map<JsonNode, Long> requests = new HashMap<>();
    Map<JsonNode, Long> responses = new HashMap<>();
    for (JsonNode event : events(Dataset.CALLS)) {
      boolean asks = event.get("event_type").textValue().equals("request");
      (asks ? requests : responses).put(event.get("request_id"), event.get("at").longValue());
    }
    long answered =
        requests.entrySet().stream()
            .map(request -> responses.getOrDefault(request.getKey(), 0L) - request.getValue())
            .filter(millis -> millis > 0 && millis <= 30_000)
            .count();

    assertThat(text(Dataset.CALLS).length() / EVENTS).isBetween(195, 210);
    assertThat(requests.size() + responses.size()).isEqualTo(EVENTS);
    assertThat(answered * 100.0 / requests.size()).isBetween(91.0, 96.0);
  }

  @Test
  void hasVisitsOfAboutTenEventsInOrder() throws IOException {
    Map<JsonNode, Instant> latest = new HashMap<>();
    int visits = 0;
    for (JsonNode event : events(Dataset.VISITS)) {
      Instant time = Instant.parse(event.get("timestamp").textValue());
      Instant before = latest.put(event.get("user"), time);
      visits += before == null || before.plus(Duration.ofMinutes(5)).isBefore(time) ? 1 : 0;
    }

    assertThat(EVENTS / visits).isBetween(8, 12);
    assertThat(latest).hasSizeBetween(EVENTS / 40, EVENTS / 20);
  }

  @Test
  void opensAndClosesConnections() throws IOException {
    Map<JsonNode, List<String>> connections = new LinkedHashMap<>();
    for (JsonNode event : events(Dataset.CONNECTIONS)) {
      connections
          .computeIfAbsent(event.get("conn_id"), unused -> new ArrayList<>())
          .add(event.get("event").textValue());
    }
    List<List<String>> over =
        connections.values().stream()
            .filter(
                packets -> packets.contains("FIN") && packets.indexOf("FIN") < packets.size() - 2)
            .toList();

    assertThat(text(Dataset.CONNECTIONS).length() / EVENTS).isBetween(195, 210);
    assertThat(connections.size()).isBetween(350, 550);
    assertThat(over)
        .hasSizeGreaterThan(connections.size() - 20)
        .allMatch(packets -> packets.get(0).equals("SYN"))
        .anyMatch(packets -> packets.get(1).equals("SYN"))
        .anyMatch(packets -> !packets.contains("SYN_ACK"));
  }

  private static long ids(Dataset dataset) throws IOException {
    return events(dataset).stream().map(event -> event.get("request_id")).distinct().count();
  }

  private static List<JsonNode> events(Dataset dataset) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> events = new ArrayList<>();
    for (String line : text(dataset).split("\n", -1)) {
      if (!line.isEmpty()) {
        events.add(mapper.readTree(line));
      }
    }
    return events;
  }

  private static String text(Dataset dataset) throws IOException {
    StringBuilder text = new StringBuilder();
    dataset.write(text, EVENTS);
    return text.toString();
  }
}
