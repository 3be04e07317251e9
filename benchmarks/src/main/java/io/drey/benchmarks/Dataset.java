// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Access logs, calls or packets, as JSON lines of about 205 bytes, the same on every machine.
 * Whatever their number, they span the same time, so that a TTL covers the same share of them.
 */
enum Dataset {
  /** About 30 % of the events repeat the id of an event of the 20 minutes before. */
  MANY_KEYS("30 % of the ids repeated"),

  /** The same with a hundredth of the keys. */
  FEW_KEYS("a hundredth of the keys"),

  /** Requests and responses; see {@link Calls}. */
  CALLS("requests and their responses"),

  /** In order, by visits: some ten pages, one every 20 s or so, of a user who may come again. */
  VISITS("visits of some ten events"),

  /** Packets; see {@link Connections}. */
  CONNECTIONS("packets of connections"),

  /** Commands to a store that set values; see {@link Commands}. */
  SETS("set commands"),

  /** Commands of which nine in ten get a value. */
  GETS("get commands"),

  /** Commands of two ops each. */
  UPDATES("update commands");

  private static final Instant START = Instant.parse("2026-01-15T10:00:00Z");
  private static final Duration SPAN = Duration.ofSeconds(10_000);
  private static final int USERS = 50_000;
  private static final int EVENTS_PER_VISIT = 10;
  private static final int EVENTS_PER_USER = 20;
  private static final int EVENTS_PER_VISITOR = 500;
  private static final int DISORDER_MS = 5_000;
  private static final double REPEATED = 0.3;
  private static final double REPEATED_WITHIN = 0.12;
  private static final double FEW = 0.007;
  private static final long SEED = 20_260_115;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private static final String[] METHODS = {"GET", "GET", "GET", "POST", "PUT", "DELETE"};
  private static final int[] STATUSES = {200, 200, 200, 200, 200, 201, 204, 302, 404, 500};

  private final String text;

  Dataset(String text) {
    this.text = text;
  }

  /** The file of so many events in a directory, written if it is not there. */
  Path in(Path directory, int events) {
    Path file = directory.resolve(name().toLowerCase(Locale.ROOT) + "-" + events + ".jsonl");
    if (Files.exists(file)) {
      return file;
    }
    try {
      Files.createDirectories(directory);
      Path unfinished = directory.resolve(file.getFileName() + ".new");
      try (Writer out = Files.newBufferedWriter(unfinished, US_ASCII)) {
        write(out, events);
      }
      return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Failed to write " + file, e);
    }
  }

  void write(Appendable out, int events) throws IOException {
    switch (this) {
      case CALLS -> new Calls(out).write(events);
      case CONNECTIONS -> new Connections(out).write(events);
      case SETS -> new Commands(out).sets(events);
      case GETS -> new Commands(out).gets(events);
      case UPDATES -> new Commands(out).updates(events);
      case MANY_KEYS, FEW_KEYS, VISITS -> writeRequests(out, events);
    }
  }

  private void writeRequests(Appendable out, int events) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] ids = new int[events];
    int[] visitors = new int[Math.max(1, events / EVENTS_PER_VISITOR)];
    int fresh = 0;
    for (int i = 0; i < events; i++) {
      ids[i] = id(i, ids, fresh, random);
      fresh = Math.max(fresh, ids[i] + 1);
      boolean visits = this == VISITS;
      long behind = visits ? 0 : random.nextInt(DISORDER_MS);
      int user = visits ? visitor(visitors, events, random) : random.nextInt(USERS);
      append(out, i * SPAN.toMillis() / events - behind, ids[i], user, random);
    }
  }

  /** One of the current users; once in so many calls a new user replaces one of them. */
  private static int visitor(int[] visitors, int events, SplittableRandom random) {
    int place = random.nextInt(visitors.length);
    if (random.nextInt(EVENTS_PER_VISIT) == 0) {
      visitors[place] = random.nextInt(Math.max(1, events / EVENTS_PER_USER));
    }
    return visitors[place];
  }

  private int id(int i, int[] ids, int fresh, SplittableRandom random) {
    if (this == FEW_KEYS) {
      return random.nextInt(Math.max(1, (int) (ids.length * FEW)));
    }
    boolean repeats = i > 0 && random.nextDouble() < REPEATED;
    int window = Math.min(i, Math.max(1, (int) (ids.length * REPEATED_WITHIN)));
    return repeats ? ids[i - 1 - random.nextInt(window)] : fresh;
  }

  private static void append(Appendable out, long offset, int id, int user, SplittableRandom random)
      throws IOException {
    long time = START.toEpochMilli() + offset;
    out.append("{\"timestamp\":\"").append(TIME.format(Instant.ofEpochMilli(time)));
    out.append("\",\"request_id\":\"").append(requestId(id));
    out.append("\",\"user\":\"user-").append(Integer.toString(user));
    out.append("\",\"method\":\"").append(METHODS[random.nextInt(METHODS.length)]);
    out.append("\",\"path\":\"/api/v1/orders/").append(Integer.toString(random.nextInt(1_000_000)));
    out.append("\",\"status\":")
        .append(Integer.toString(STATUSES[random.nextInt(STATUSES.length)]));
    out.append(",\"bytes\":").append(Integer.toString(random.nextInt(100_000)));
    out.append(",\"duration_ms\":").append(Integer.toString(random.nextInt(2_000)));
    out.append(",\"agent\":\"curl/8.5.0\"}\n");
  }

  /** A hash of the number, so that ids close in time are not close in a sorted store. */
  static String requestId(long number) {
    long hash = (number + 1) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return "req-" + String.format("%016x", hash ^ (hash >>> 32));
  }

  @Override
  public String toString() {
    return text;
  }
}
