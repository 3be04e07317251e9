// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.source.RichSourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;

/** Emits the numbers from 0 on at once, then a watermark, and stays. */
@SuppressWarnings("deprecation") // the one source that a snapshot cannot interrupt
final class EmitOnce extends RichSourceFunction<Long> {
  private static final long serialVersionUID = 1L;

  /** Of the job that runs; in the cluster's JVM, which is this one. */
  private static volatile CountDownLatch emitting = new CountDownLatch(0);

  private final long count;
  private transient CountDownLatch cancelled;

  EmitOnce(long count) {
    this.count = count;
  }

  static void expect(int sources) {
    emitting = new CountDownLatch(sources);
  }

  /** Counts a record that another source has emitted. */
  static <T> T seen(T record) {
    emitting.countDown();
    return record;
  }

  static void await() throws InterruptedException {
    if (!emitting.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Nothing was emitted");
    }
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
      context.emitWatermark(new Watermark(0));
    }
    emitting.countDown();
    cancelled.await();
  }

  @Override
  public void cancel() {
    cancelled.countDown();
  }
}
