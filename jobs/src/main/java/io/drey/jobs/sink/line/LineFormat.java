// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import io.drey.operators.event.Event;
import java.io.IOException;
import java.util.List;

/** Writes events as lines, to one file after another; not thread-safe. */
public interface LineFormat {
  /** Writes one event and, before the first one of a file, the header if the format has one. */
  void write(Event event, LineOutput out) throws IOException;

  /**
   * Starts a file.
   *
   * @param columns those of the header if the file already has one, else empty
   */
  default void start(List<String> columns) {}

  /** The columns of the file's header; empty if there is none yet. */
  default List<String> columns() {
    return List.of();
  }
}
