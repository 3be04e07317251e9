// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.sink.discard.DiscardSink;
import io.drey.jobs.sink.file.FileSink;
import io.drey.jobs.sink.kafka.TopicSink;
import io.drey.jobs.sink.stdout.StdoutSink;
import java.util.Map;
import java.util.TreeMap;

/** The list of sink types. */
public final class SinkKinds {
  private static final Map<String, Class<? extends Record>> TYPES =
      new TreeMap<>(
          Map.of(
              "stdout", StdoutSink.class,
              "file", FileSink.class,
              "kafka", TopicSink.class,
              "discard", DiscardSink.class));

  private SinkKinds() {}

  /** The record that holds the options of each type, by the type's name. */
  public static Map<String, Class<? extends Record>> all() {
    return TYPES;
  }
}
