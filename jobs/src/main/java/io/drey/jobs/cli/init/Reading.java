// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.PlainEvents;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * What a sample is in a format.
 *
 * @param events the first
 * @param malformed how many records before and between them are malformed
 * @param firstMalformed where and why; null if none is
 */
record Reading(
    Candidate candidate, List<Event> events, int malformed, @Nullable String firstMalformed) {
  static final int MOST_EVENTS = 1000;

  /** Reads a sample. */
  static Reading of(Sample sample, Candidate candidate) throws IOException {
    Reader reader = new Reader(candidate);
    try {
      for (Head head : sample.heads()) {
        reader.read(head);
      }
    } catch (FlinkRuntimeException e) {
      // no header
      return new Reading(candidate, List.of(), 1, String.valueOf(e.getMessage()));
    }
    return new Reading(candidate, reader.events, reader.malformed, reader.firstMalformed);
  }

  /** Whether all is read. */
  boolean isWhole() {
    return malformed == 0 && !events.isEmpty();
  }

  /** How much of it is malformed, from 0 to 1. */
  double loss() {
    return events.isEmpty() ? 1 : (double) malformed / (malformed + events.size());
  }

  private static final class Reader {
    private final Candidate candidate;
    private final List<Event> events = new ArrayList<>();
    private int malformed;
    private @Nullable String firstMalformed;

    Reader(Candidate candidate) {
      this.candidate = candidate;
    }

    void read(Head head) throws IOException {
      PlainEvents all =
          new PlainEvents(
              candidate.format().reader(head.open(), StreamPosition.START, head.name()),
              candidate.format().parser(head.name()));
      boolean isAtEnd = false;
      while (!isAtEnd && events.size() < MOST_EVENTS && malformed < MOST_EVENTS) {
        isAtEnd = !readNext(all, head);
      }
    }

    private boolean readNext(PlainEvents all, Head head) throws IOException {
      try {
        Event event = all.next();
        if (event != null) {
          events.add(event);
        }
        return event != null;
      } catch (MalformedLineException e) {
        if (!head.isCut() || !all.isUnfinished()) {
          malformed++;
          firstMalformed =
              firstMalformed == null
                  ? head.name() + ":" + all.record().place() + ": " + e.getMessage()
                  : firstMalformed;
        }
        return true;
      }
    }
  }
}
