// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import io.drey.operators.sameness.Timed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessionize as one would write it over a list: the rules of its contract and nothing of Flink. */
final class SequentialSessionize {
  private final SessionizeOptions options;
  private final SessionFunctions<String> functions;
  private final Map<String, List<Timed<String>>> open = new LinkedHashMap<>();
  private final List<String> out = new ArrayList<>();

  SequentialSessionize(SessionizeOptions options, SessionFunctions<String> functions) {
    this.options = options;
    this.functions = functions;
  }

  List<String> run(List<Timed<String>> input) {
    input.forEach(this::process);
    open.values().stream().toList().forEach(this::endByTime);
    return out;
  }

  private void process(Timed<String> event) {
    String key = Visits.key(event.value());
    List<Timed<String>> session = open.get(key);
    boolean starts = functions.starts() != null && functions.starts().holds(event.value());
    if (session != null && isAfterDeadline(event, session)) {
      endByTime(session);
      session = null;
    }
    if (session != null && starts) {
      close(session, CloseReason.RESTART, event.time());
      session = null;
    }
    if (session == null && functions.starts() != null && !starts) {
      out.add("orphans " + event.value() + " @ " + event.time());
      return;
    }
    session = open.computeIfAbsent(key, unused -> new ArrayList<>());
    session.add(event);
    if (functions.ends() != null && functions.ends().holds(event.value())) {
      close(session, CloseReason.END, event.time());
    } else if (session.size() == options.maxEvents()) {
      close(session, CloseReason.MAX_EVENTS, event.time());
    }
  }

  private boolean isAfterDeadline(Timed<String> event, List<Timed<String>> session) {
    Long byGap = byGap(session);
    Long byDuration = byDuration(session);
    return (byGap != null && event.time() > byGap)
        || (byDuration != null && event.time() > byDuration);
  }

  private void endByTime(List<Timed<String>> session) {
    Long byGap = byGap(session);
    Long byDuration = byDuration(session);
    if (byGap == null && byDuration == null) {
      close(session, CloseReason.END_OF_INPUT, latest(session));
    } else if (byGap != null && (byDuration == null || byGap <= byDuration)) {
      close(session, CloseReason.GAP, byGap);
    } else if (byDuration != null) {
      close(session, CloseReason.MAX_DURATION, byDuration);
    }
  }

  private @Nullable Long byGap(List<Timed<String>> session) {
    return options.gap() == null ? null : latest(session) + options.gap().toMillis();
  }

  private @Nullable Long byDuration(List<Timed<String>> session) {
    return options.maxDuration() == null
        ? null
        : earliest(session) + options.maxDuration().toMillis();
  }

  private void close(List<Timed<String>> session, CloseReason reason, long at) {
    String first = session.get(0).value();
    open.remove(Visits.key(first));
    List<String> events =
        session.stream()
            .sorted(Comparator.comparingLong(Timed::time))
            .map(event -> functions.event() == null ? "" : functions.event().of(event.value()))
            .filter(event -> !event.isEmpty())
            .toList();
    Session<String, String> closed =
        new Session<>(
            Visits.key(first),
            functions.opening() == null ? null : functions.opening().of(first),
            events,
            Instant.ofEpochMilli(earliest(session)),
            Instant.ofEpochMilli(latest(session)),
            session.size(),
            reason,
            reason == CloseReason.END || (reason == CloseReason.GAP && functions.ends() == null));
    out.add("main " + Visits.text(closed) + " @ " + at);
  }

  private static long earliest(List<Timed<String>> session) {
    return session.stream().mapToLong(Timed::time).min().orElseThrow();
  }

  private static long latest(List<Timed<String>> session) {
    return session.stream().mapToLong(Timed::time).max().orElseThrow();
  }
}
