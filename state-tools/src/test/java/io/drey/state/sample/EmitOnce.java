// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.source.legacy.RichSourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Emits the numbers from 0 on at once, so that a snapshot comes before all of them or after, then a
 * watermark, and stays.
 */
@SuppressWarnings("deprecation") // the one source that a snapshot cannot interrupt
public final class EmitOnce extends RichSourceFunction<Long> {
  private static final long serialVersionUID = 1L;
  private static final Map<JobID, CountDownLatch> EMITTED = new ConcurrentHashMap<>();

  private static final int SOURCES = 2;

  private final long count;
  private final long watermark;
  private transient CountDownLatch cancelled;

  public EmitOnce(long count, long watermark) {
    this.count = count;
    this.watermark = watermark;
  }

  static void expect(JobID job) {
    EMITTED.put(job, new CountDownLatch(SOURCES));
  }

  static void await(JobID job) throws InterruptedException {
    if (!EMITTED.get(job).await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Nothing was emitted");
    }
  }

  /** Whether all sources of a job have emitted what they have, or do so soon. */
  static boolean hasEmitted(JobID job) throws InterruptedException {
    return EMITTED.get(job).await(20, TimeUnit.MILLISECONDS);
  }

  @Override
  public void open(OpenContext context) {
    cancelled = new CountDownLatch(1);
  }

  @Override
  public void run(SourceContext<Long> context) throws InterruptedException {
    synchronized (context.getCheckpointLock()) {
      for (long i = 0; i < count; i++) {
        context.collectWithTimestamp(i, i);
      }
      context.emitWatermark(new Watermark(watermark));
    }
    EMITTED.get(getRuntimeContext().getJobInfo().getJobId()).countDown();
    cancelled.await();
  }

  @Override
  public void cancel() {
    cancelled.countDown();
  }
}
