// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.summary.StateText;
import io.drey.jobs.local.RunCounts;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * A line on the terminal at standard error that shows the progress of a run: how much is read where
 * the size is known, events, events per second, and if asked for, the state of steps. It leaves the
 * terminal's settings and signals alone.
 */
final class ProgressLine implements Consumer<RunCounts>, AutoCloseable {
  private static final double MEBIBYTE = 1 << 20;
  private static final Duration REDRAW_EVERY = Duration.ofMillis(200);
  private static final String TO_THE_START = "\r";
  private static final String CLEAR_THE_REST = "\u001b[K";

  private final Terminal terminal;
  private final Pipeline pipeline;
  private final boolean showsState;
  private final long begun = System.nanoTime();
  private long drawn = begun;
  private String shown = "";

  ProgressLine(Terminal terminal, Pipeline pipeline, boolean showsState) {
    this.terminal = terminal;
    this.pipeline = pipeline;
    this.showsState = showsState;
  }

  @Override
  public void accept(RunCounts counts) {
    long now = System.nanoTime();
    if (now - drawn >= REDRAW_EVERY.toNanos()) {
      drawn = now;
      draw(text(counts, Duration.ofNanos(now - begun)));
    }
  }

  /** Prints whole lines above it. */
  void printAbove(List<String> lines) {
    terminal.err().print(TO_THE_START + CLEAR_THE_REST);
    lines.forEach(terminal.err()::println);
    draw(shown);
  }

  private void draw(String text) {
    shown = text;
    terminal.err().print(TO_THE_START + text + CLEAR_THE_REST);
    terminal.err().flush();
  }

  /** The line, which is shorter than the terminal is wide: one that fills it would wrap. */
  String text(RunCounts counts, Duration elapsed) {
    long events = sum(id -> counts.sum("source", id, "events"));
    double seconds = Math.max(1, elapsed.toMillis()) / 1000.0;
    String done =
        read(counts)
            + String.format(Locale.ROOT, "%,d events, %,d/s", events, Math.round(events / seconds));
    int columns = terminal.errColumns();
    int room = columns - 1 - done.length() - ": ".length();
    if (room >= pipeline.name().length()) {
      String named = pipeline.name() + ": " + done;
      return showsState ? named + states(counts, columns - 1 - named.length()) : named;
    }
    return done.substring(0, Math.min(done.length(), Math.max(0, columns - 1)));
  }

  /** The states of the steps, as many of the largest as there is room for. */
  private String states(RunCounts counts, int room) {
    StringBuilder text = new StringBuilder();
    pipeline.steps().stream()
        .map(StepEntry::id)
        .sorted(Comparator.comparingLong((String step) -> -counts.state(step).bytes()))
        .forEach(
            step -> {
              String size = StateText.of(counts.state(step));
              String part = size == null ? "" : "; " + step + ": " + size;
              text.append(part.length() <= room - text.length() ? part : "");
            });
    return text.toString();
  }

  /** How much of the sources is read; nothing where nobody knows how much there is. */
  private String read(RunCounts counts) {
    long total = sum(id -> counts.sum("source", id, "bytesTotal"));
    if (total == 0) {
      return "";
    }
    long bytes = sum(id -> counts.sum("source", id, "bytes"));
    return String.format(
        Locale.ROOT, "%d%% of %,.1f MiB, ", Math.min(100, 100 * bytes / total), total / MEBIBYTE);
  }

  private long sum(ToLongFunction<String> ofSource) {
    return pipeline.sources().keySet().stream().mapToLong(ofSource).sum();
  }

  @Override
  public void close() {
    draw("");
  }
}
