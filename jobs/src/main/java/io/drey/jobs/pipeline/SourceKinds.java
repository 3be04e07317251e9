// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.source.Source;
import io.drey.jobs.source.file.FileSource;
import io.drey.jobs.source.generate.GenerateSource;
import io.drey.jobs.source.kafka.TopicSource;
import io.drey.jobs.source.live.SocketSource;
import io.drey.jobs.source.live.StdinSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The list of source types. */
public final class SourceKinds {
  private static final Map<String, Class<? extends Record>> TYPES =
      new TreeMap<>(
          Map.of(
              "file", FileSource.class,
              "stdin", StdinSource.class,
              "socket", SocketSource.class,
              "generate", GenerateSource.class,
              "kafka", TopicSource.class));

  private SourceKinds() {}

  /** The record that holds the options of each type, by the type's name. */
  public static Map<String, Class<? extends Record>> all() {
    return TYPES;
  }

  /** Returns what reads standard input as a source reads files; null if it does not read any. */
  static @Nullable Source onStandardInput(Source source) {
    return source instanceof FileSource file ? new StdinSource(file.format(), file.time()) : null;
  }
}
