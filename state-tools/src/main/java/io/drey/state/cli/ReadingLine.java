// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.Terminal;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.Progress;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress line on stderr that shows how much of a snapshot has been read; there is none where
 * rows are printed to the same terminal.
 */
final class ReadingLine implements AutoCloseable {
  private static final long MEBIBYTE = 1 << 20;
  private static final int REDRAW_MILLIS = 200;

  private final ProgressBar bar;
  private final Progress progress;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private ReadingLine(String name, Progress progress, long bytes) {
    this.progress = progress;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" MiB", MEBIBYTE)
            .setInitialMax(bytes)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .clearDisplayOnFinish()
            .build();
    var unused =
        looking.scheduleAtFixedRate(
            this::look, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Returns the progress line for some operators; null if stderr is not a terminal. */
  static @Nullable ReadingLine of(
      Terminal terminal, SnapshotFiles files, List<OperatorSnapshot> operators) {
    if (!terminal.errIsTerminal() || terminal.outIsTerminal()) {
      return null;
    }
    long bytes = operators.stream().mapToLong(OperatorSnapshot::bytes).sum();
    return new ReadingLine("reading", files.progress(), bytes);
  }

  private void look() {
    bar.stepTo(Math.min(progress.bytes(), bar.getMax()));
    bar.setExtraMessage(String.format(Locale.ROOT, "%,d entries", progress.entries()));
  }

  @Override
  public void close() {
    looking.shutdownNow();
    bar.close();
  }
}
