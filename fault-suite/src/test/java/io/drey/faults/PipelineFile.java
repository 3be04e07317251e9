// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pipeline under fire: deduplicate, correlate, sessionize, kv. */
final class PipelineFile {
  static final String INPUT = "calls";
  static final Duration REMEMBERED = Duration.ofSeconds(30);
  static final Duration TIMEOUT = Duration.ofSeconds(2);
  static final Duration GAP = Duration.ofSeconds(1);
  static final int MAX_EVENTS = 12;

  private static final String SOURCE =
      """
      version: 1
      name: faults
      sources:
        calls:
          type: kafka
          brokers: %s
          topics: [calls]
          end: {offsets: {calls: {%s}}}
          time: {field: at, out-of-orderness: %dms}
          ordered-by: user
      """;
  private static final String STEPS =
      """
      steps:
        # by arrival: what is read twice, or in another order, gets another number
        - id: numbered
          sequence: {key: user, field: number}
        - id: once
          deduplicate: {key: [user, request, kind], ttl: %ds, order: event-time}
        - id: pair
          correlate:
            key: [user, request]
            order: event-time
            request: event.kind == 'ask'
            response: event.kind == 'answer'
            timeout: %ds
            copy: [path]
        - id: visits
          sessionize:
            key: user
            order: event-time
            gap: %ds
            max-events: %d
            collect: [request, duration_ms]
        # each answer tells the value before it, which all events until then have made
        - id: commands
          set:
            op: "'update'"
            scope: event.user
            key: "'visits'"
            ops: >-
              [{'type': 'increment', 'path': 'visits'},
               {'type': 'increment', 'path': 'pairs', 'by': event.event_count},
               {'type': 'set', 'path': 'last', 'value': event.events}]
        - id: own
          select: [op, scope, key, ops]
        - id: totals
          kv: {ttl: 1d}
      """;
  private static final String SINKS =
      """
      sinks:
        duplicates: {type: kafka, brokers: %1$s, topic: duplicates, key: user, from: once.duplicates}
        pairs: {type: kafka, brokers: %1$s, topic: pairs, key: user, from: pair}
        unmatched: {type: kafka, brokers: %1$s, topic: unmatched, key: user, from: pair.unmatched}
        answers: {type: kafka, brokers: %1$s, topic: answers, key: scope, from: totals}
      """;

  private PipelineFile() {}

  /**
   * Its text.
   *
   * @param settings those of the job, in YAML
   */
  static String text(String broker, Traffic traffic, String settings) {
    long[] sizes = traffic.partitionSizes();
    String ends =
        IntStream.range(0, sizes.length)
            .mapToObj(partition -> partition + ": " + sizes[partition])
            .collect(Collectors.joining(", "));
    return SOURCE.formatted(broker, ends, 2 * Traffic.DISORDER)
        + STEPS.formatted(REMEMBERED.toSeconds(), TIMEOUT.toSeconds(), GAP.toSeconds(), MAX_EVENTS)
        + SINKS.formatted(broker)
        + settings;
  }
}
