// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Requests and their responses as JSON lines of about 200 bytes, up to 5 s out of order: some
 * responses come before their request. Most requests are answered within 30 s, 1 % later, 5 %
 * never.
 */
final class Calls {
  private record Line(long arrival, long at, int call, boolean isRequest)
      implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      int byArrival = Long.compare(arrival, other.arrival);
      int byCall = Integer.compare(call, other.call);
      return byArrival != 0 ? byArrival : byCall != 0 ? byCall : Long.compare(at, other.at);
    }
  }

  private static final long START = 1_768_471_200_000L;
  private static final long SPAN_MS = 10_000_000;
  private static final int DISORDER_MS = 5_000;
  private static final int TIMEOUT_MS = 30_000;
  private static final int PERCENT_ANSWERED = 94;
  private static final int PERCENT_ANSWERED_LATE = 1;
  private static final String[] METHODS = {"GET", "GET", "GET", "POST", "PUT", "DELETE"};

  private final SplittableRandom random = new SplittableRandom(20_260_115);
  private final PriorityQueue<Line> underWay = new PriorityQueue<>();
  private final Appendable out;

  Calls(Appendable out) {
    this.out = out;
  }

  void write(int events) throws IOException {
    int written = 0;
    for (int call = 0; written < events; call++) {
      // Not quite two lines a request: the last comes a little before the end.
      long at = START + call * 2L * SPAN_MS / events;
      while (written < events && !underWay.isEmpty() && underWay.peek().arrival() <= at) {
        append(underWay.remove());
        written++;
      }
      begin(call, at);
    }
  }

  private void begin(int call, long at) {
    underWay.add(new Line(at + random.nextInt(DISORDER_MS), at, call, true));
    int lot = random.nextInt(100);
    if (lot < PERCENT_ANSWERED + PERCENT_ANSWERED_LATE) {
      long late = lot < PERCENT_ANSWERED ? 0 : TIMEOUT_MS;
      long answered = at + late + 1 + random.nextInt(TIMEOUT_MS);
      underWay.add(new Line(answered + random.nextInt(DISORDER_MS), answered, call, false));
    }
  }

  private void append(Line line) throws IOException {
    out.append("{\"at\":").append(Long.toString(line.at()));
    out.append(",\"event_type\":\"").append(line.isRequest() ? "request" : "response");
    out.append("\",\"request_id\":\"").append(Dataset.requestId(line.call()));
    if (line.isRequest()) {
      number("\",\"user\":\"user-", 50_000);
      out.append("\",\"method\":\"").append(METHODS[random.nextInt(METHODS.length)]);
      number("\",\"path\":\"/api/v1/orders/", 1_000_000);
      out.append("\",\"agent\":\"curl/8.5.0 (x86_64-pc-linux-gnu) libcurl/8.5.0\"}\n");
    } else {
      number("\",\"status\":", 500);
      number(",\"bytes\":", 100_000);
      number(",\"server\":\"api-", 12);
      number(".internal.example\",\"cache\":\"miss\",\"trace\":\"00-4bf92f3577b34da6-", 1_000_000);
      out.append("\"}\n");
    }
  }

  private void number(String before, int bound) throws IOException {
    out.append(before).append(Integer.toString(random.nextInt(bound)));
  }
}
