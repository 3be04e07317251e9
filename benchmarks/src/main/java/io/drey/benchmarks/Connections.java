// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * The packets of TCP connections as JSON lines of about 200 bytes, in order. So many connections
 * are open at a time that each has a packet every ten seconds or so; one in ten sends its SYN
 * twice, one in fifty gets no SYN_ACK and continues nevertheless.
 */
final class Connections {
  private static final long START = 1_768_471_200_000L;
  private static final long SPAN_MS = 10_000_000;
  private static final int EVENTS_PER_OPEN_CONNECTION = 1_000;
  private static final String LIFE = "SYN SYN_ACK ACK %sFIN FIN ACK";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private static final class Connection {
    private final int number;
    private final String[] packets;
    private int sent;

    Connection(int number, SplittableRandom random) {
      this.number = number;
      String life = LIFE.formatted("DATA ACK ".repeat(2 + random.nextInt(15)));
      int lot = random.nextInt(50);
      packets =
          (lot == 0 ? life.replace("SYN_ACK ", "") : lot <= 5 ? "SYN " + life : life).split(" ");
    }

    String next() {
      return packets[sent++];
    }

    boolean isOver() {
      return sent == packets.length;
    }
  }

  private final SplittableRandom random = new SplittableRandom(20_260_115);
  private final Appendable out;

  Connections(Appendable out) {
    this.out = out;
  }

  void write(int events) throws IOException {
    Connection[] open = new Connection[Math.max(2, events / EVENTS_PER_OPEN_CONNECTION)];
    int opened = 0;
    for (int i = 0; i < events; i++) {
      int place = random.nextInt(open.length);
      if (open[place] == null || open[place].isOver()) {
        open[place] = new Connection(opened++, random);
      }
      append(START + i * SPAN_MS / events, open[place]);
    }
  }

  private void append(long time, Connection connection) throws IOException {
    String packet = connection.next();
    out.append("{\"timestamp\":\"").append(TIME.format(Instant.ofEpochMilli(time)));
    out.append("\",\"conn_id\":\"").append(Dataset.requestId(connection.number));
    out.append("\",\"event\":\"").append(packet);
    out.append("\",\"src\":\"10.1.").append(Integer.toString(connection.number % 200));
    out.append(".17:").append(Integer.toString(32_768 + connection.number % 20_000));
    out.append("\",\"dst\":\"192.0.2.10:443\",\"len\":");
    out.append(Integer.toString(packet.equals("DATA") ? 1 + random.nextInt(1_460) : 0));
    out.append(",\"window\":").append(Integer.toString(random.nextInt(65_536)));
    out.append(",\"ttl\":64,\"interface\":\"eth0\",\"sensor\":\"border-1\"}\n");
  }
}
