// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.output.Terminal;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.Readings;
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
public final class ReadingLine implements AutoCloseable {
  private static final long MEBIBYTE = 1 << 20;
  private static final int REDRAW_MILLIS = 200;

  private final ProgressBar bar;
  private final Readings readings;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private ReadingLine(Readings readings) {
    this.readings = readings;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("reading")
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" MiB", MEBIBYTE)
            .setInitialMax(readings.allBytes())
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .clearDisplayOnFinish()
            .build();
    var unused =
        looking.scheduleAtFixedRate(
            this::look, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Returns the progress line for some operators; null if stderr is not a terminal. */
  public static @Nullable ReadingLine of(
      Terminal terminal, SnapshotFiles files, List<OperatorSnapshot> operators) {
    return of(terminal, new Readings().add(files, operators));
  }

  /** Returns the progress line for all that is read; null if stderr is not a terminal. */
  public static @Nullable ReadingLine of(Terminal terminal, Readings readings) {
    return !terminal.errIsTerminal() || terminal.outIsTerminal() ? null : new ReadingLine(readings);
  }

  /**
   * Returns the progress line of work that prints no rows before its end, also where they go to the
   * same terminal; null if stderr is not a terminal.
   */
  public static @Nullable ReadingLine beforeRows(
      Terminal terminal, SnapshotFiles files, List<OperatorSnapshot> operators) {
    return terminal.errIsTerminal() ? new ReadingLine(new Readings().add(files, operators)) : null;
  }

  private void look() {
    bar.maxHint(readings.allBytes());
    bar.stepTo(readings.bytes());
    bar.setExtraMessage(String.format(Locale.ROOT, "%,d entries", readings.entries()));
  }

  @Override
  public void close() {
    looking.shutdownNow();
    bar.close();
  }
}
