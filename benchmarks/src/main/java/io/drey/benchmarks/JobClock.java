// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobExecutionStatusEvent;
import org.apache.flink.core.execution.JobStatusChangedEvent;
import org.apache.flink.core.execution.JobStatusChangedListener;
import org.apache.flink.core.execution.JobStatusChangedListenerFactory;

/**
 * Writes how many nanoseconds a job ran, from its tasks' scheduling to its end, to the file that a
 * system property names. Every contender has it among its Flink options, so all are measured alike.
 */
public final class JobClock implements JobStatusChangedListenerFactory, JobStatusChangedListener {
  static final String FILE = "drey.benchmarks.clock";

  private long start;

  @Override
  public JobStatusChangedListener createListener(Context context) {
    return this;
  }

  @Override
  public void onEvent(JobStatusChangedEvent event) {
    if (event instanceof JobExecutionStatusEvent change) {
      if (change.newStatus() == JobStatus.RUNNING) {
        start = System.nanoTime();
      } else if (change.newStatus() == JobStatus.FINISHED) {
        write(System.nanoTime() - start);
      }
    }
  }

  /** Writes how long something took. */
  static void write(long nanos) {
    try {
      Files.writeString(Path.of(System.getProperty(FILE)), Long.toString(nanos));
    } catch (IOException e) {
      throw new UncheckedIOException("Failed to write the job's time", e);
    }
  }
}
