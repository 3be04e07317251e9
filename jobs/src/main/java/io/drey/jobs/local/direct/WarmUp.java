// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A job of one event, run for nothing but its classes: another core loads and links those of Flink
 * while the pipeline file is still being read. A start is mostly that.
 */
public final class WarmUp {
  /** Should it hang, the run goes on without it. */
  private static final long MAX_SECONDS = 2;

  private final Thread thread = new Thread(WarmUp::run, "drey-warm-up");

  private WarmUp() {}

  /** Starts it in the background. */
  public static WarmUp start() {
    WarmUp warmUp = new WarmUp();
    warmUp.thread.setDaemon(true);
    warmUp.thread.start();
    return warmUp;
  }

  /** Waits for its end, so that no two threads initialize the same classes from two sides. */
  public void await() throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(MAX_SECONDS));
  }

  private static void run() {
    try {
      job().end().join();
    } catch (RuntimeException | LinkageError e) {
      // Whatever is wrong, the run itself will meet it, and say so.
      return;
    }
  }

  /** Starts a job with a source, a key, a timer and a sink. */
  static DirectJob job() {
    Configuration configuration = new Configuration();
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
    env.setParallelism(1);
    env.setMaxParallelism(1);
    DataStreamUtils.reinterpretAsKeyedStream(
            env.fromSource(
                new NumberSequenceSource(0, 0),
                WatermarkStrategy.forMonotonousTimestamps(),
                "numbers"),
            number -> number,
            Types.LONG)
        .process(new WarmUpFunction())
        .sinkTo(new DiscardingSink<>());
    return DirectJob.start(env, configuration, Path.of(""), new NoReporter());
  }
}
