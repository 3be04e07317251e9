// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Logs with the fields of the real ones, made up from a seed. Times are often exactly as far apart
 * as a time to live, a gap, a timeout or a rate of the tests, and 1 ms or 1 s off it.
 */
final class MadeLog {
  private static final Instant START = Instant.parse("2024-03-10T08:00:00Z");
  private static final int[] WEB_PAUSES = {
    0, 1, 2, 3, 10, 20, 30, 59, 599, 600, 601, 1799, 1800, 1801, 7200
  };
  private static final int[] SSH_PAUSES = {0, 0, 1, 1, 2, 5, 19, 20, 21, 59, 60, 61, 599, 600, 601};
  private static final int[] DNS_LATENCIES = {0, 1, 20, 350, 29_999, 30_000, 30_001, 45_000};
  private static final int WEB_DELAY_SECONDS = 60;
  private static final int CONNECTIONS = 40;
  private static final int FIRST_RESET = 20;

  private final Random random = new Random(20_240_310L);
  private final List<Line> lines = new ArrayList<>();

  private MadeLog() {}

  /** A line without its time, and when it was written to the log. */
  private record Line(Instant time, Instant written, String fields) {
    String json() {
      return "{\"timestamp\":\"" + time + "\"," + fields + "}";
    }
  }

  static List<String> named(String name) {
    MadeLog log = new MadeLog();
    switch (name) {
      case "web-access" -> log.webAccess();
      case "ssh-auth" -> log.sshAuth();
      case "tcp-packets" -> log.tcpPackets();
      case "dns-queries" -> log.dnsQueries();
      default -> throw new IllegalArgumentException("Unknown log: " + name);
    }
    return log.lines.stream().sorted(Comparator.comparing(Line::written)).map(Line::json).toList();
  }

  /** Ten events of three users. */
  static List<String> userEvents() {
    return IntStream.range(0, 10)
        .mapToObj(i -> "{\"user\":\"user-%d\",\"n\":%d}".formatted(i * i % 3, i))
        .toList();
  }

  /** Lines of a client come out of order, by less than a minute. */
  private void webAccess() {
    for (int client = 1; client <= 40; client++) {
      Instant time = START.plusSeconds(random.nextInt(3600));
      for (int requests = 5 + random.nextInt(20); requests > 0; requests--) {
        Instant written = time.plusSeconds(random.nextInt(WEB_DELAY_SECONDS));
        lines.add(new Line(time, written, request("198.51.100." + client)));
        time = time.plusSeconds(one(WEB_PAUSES));
      }
    }
  }

  private String request(String client) {
    String bytes =
        switch (random.nextInt(8)) {
          case 0 -> "";
          case 1 -> "\"bytes\":null,";
          default -> "\"bytes\":" + random.nextInt(300_000) + ",";
        };
    return """
    "client":"%s","method":"%s","path":"/page/%d","status":%d,%s"referrer":"-",\
    "agent":"Lynx/2.9 (\\"caf\u00e9\\"; \\u00e9)\"\
    """
        .formatted(
            client,
            random.nextInt(10) == 0 ? "HEAD" : "GET",
            random.nextInt(12),
            random.nextInt(10) == 0 ? 404 : 200,
            bytes);
  }

  /** Some lines name no address. */
  private void sshAuth() {
    for (int address = 1; address <= 10; address++) {
      Instant time = START.plusSeconds(random.nextInt(3600));
      for (int attempts = 10 + random.nextInt(40); attempts > 0; attempts--) {
        String ip = random.nextInt(8) == 0 ? "" : "\"ip\":\"203.0.113.%d\",".formatted(address);
        String fields =
            "\"host\":\"gate\",\"program\":\"sshd\",\"pid\":%d,%s\"event\":\"failed\""
                .formatted(1000 + attempts, ip);
        lines.add(new Line(time, time, fields));
        time = time.plusSeconds(one(SSH_PAUSES));
      }
    }
  }

  /** Sound connections: most end with two FINs, some of the later ones with a RST. */
  private void tcpPackets() {
    for (int i = 0; i < CONNECTIONS; i++) {
      Instant time = START.plusMillis(i * 5L);
      for (String event : packets(i >= FIRST_RESET && i % 4 == 0)) {
        lines.add(
            new Line(time, time, "\"conn_id\":\"c-%d\",\"event\":\"%s\"".formatted(i, event)));
        time = time.plus(1 + random.nextInt(20_000), ChronoUnit.MICROS);
      }
    }
  }

  private List<String> packets(boolean isReset) {
    List<String> packets = new ArrayList<>(List.of("SYN"));
    for (int again = random.nextInt(3); again > 1; again--) {
      packets.add("SYN");
    }
    packets.addAll(List.of("SYN_ACK", "ACK"));
    for (int data = random.nextInt(6); data > 0; data--) {
      packets.addAll(List.of("DATA", "ACK"));
    }
    packets.addAll(isReset ? List.of("RST") : List.of("FIN", "ACK", "FIN", "ACK"));
    return packets;
  }

  /** Queries are answered, early and late, twice, never, and answers come without a query. */
  private void dnsQueries() {
    for (int i = 0; i < 80; i++) {
      Instant time = START.plusMillis(random.nextInt(600_000)).plus(i, ChronoUnit.MICROS);
      String id = "q-" + (i < 60 ? i : random.nextInt(60));
      if (random.nextInt(8) > 0) {
        lines.add(new Line(time, time, query("request", id)));
      }
      for (int answers = (2 + random.nextInt(5)) / 3; answers > 0; answers--) {
        time = time.plus(Duration.ofMillis(one(DNS_LATENCIES)));
        lines.add(new Line(time, time, query("response", id)));
      }
    }
  }

  private static String query(String type, String id) {
    return "\"event_type\":\"%s\",\"request_id\":\"%s\",\"query\":\"example.org\""
        .formatted(type, id);
  }

  private int one(int[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
