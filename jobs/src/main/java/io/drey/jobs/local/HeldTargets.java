// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SinkEntry;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.IOUtils;

/** What the sinks of a run write to, kept from other runs. */
final class HeldTargets implements AutoCloseable {
  private final Pipeline pipeline;
  private final List<Closeable> held = new ArrayList<>();

  private HeldTargets(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * Holds the targets of all sinks.
   *
   * @throws IllegalArgumentException if another run writes to one
   */
  static HeldTargets of(Pipeline pipeline) throws IOException {
    HeldTargets targets = new HeldTargets(pipeline);
    try {
      for (SinkEntry sink : pipeline.sinks().values()) {
        targets.held.add(sink.sink().hold());
      }
      return targets;
    } catch (IOException | RuntimeException e) {
      targets.close();
      throw e;
    }
  }

  /** Deletes what runs that were killed have left behind. */
  void tidy() throws IOException {
    for (SinkEntry sink : pipeline.sinks().values()) {
      sink.sink().tidy();
    }
  }

  @Override
  public void close() {
    held.forEach(IOUtils::closeQuietly);
  }
}
