// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.pipeline.Pipeline;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A line on the terminal at standard error that shows the progress of a run: bytes where the size
 * is known, events, events per second.
 */
final class ProgressLine implements Consumer<RunCounts>, AutoCloseable {
  private static final long MEBIBYTE = 1 << 20;
  private static final int REDRAW_MILLIS = 200;

  private final Pipeline pipeline;
  private final ProgressBar bar;

  ProgressLine(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(pipeline.name())
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" MiB", MEBIBYTE)
            .setInitialMax(-1)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .clearDisplayOnFinish()
            .build();
  }

  @Override
  public void accept(RunCounts counts) {
    long total = sum(id -> counts.sum("source", id, "bytesTotal"));
    bar.maxHint(total == 0 ? -1 : total);
    bar.stepTo(sum(id -> counts.sum("source", id, "bytes")));
    long events = sum(id -> counts.sum("source", id, "events"));
    double seconds = Math.max(1, bar.getElapsedAfterStart().toMillis()) / 1000.0;
    bar.setExtraMessage(
        String.format(Locale.ROOT, "%,d events, %,d/s", events, Math.round(events / seconds)));
  }

  private long sum(ToLongFunction<String> ofSource) {
    return pipeline.sources().keySet().stream().mapToLong(ofSource).sum();
  }

  @Override
  public void close() {
    bar.close();
  }
}
