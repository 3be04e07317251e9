// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.local.RunReport;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a run tells its user at its end, on standard error. */
public final class RunText {
  /** What a warning begins with. */
  public static final String WARNING = "Warning: ";

  private static final int INDENT = 2;

  private final Pipeline pipeline;
  private final Wiring wiring;
  private final RunReport report;
  private final int columns;
  private final UnaryOperator<String> mask;

  /**
   * Tells of a run.
   *
   * @param columns the width of the terminal
   * @param mask hides secrets
   */
  public RunText(
      Pipeline pipeline, Wiring wiring, RunReport report, int columns, UnaryOperator<String> mask) {
    this.pipeline = pipeline;
    this.wiring = wiring;
    this.report = report;
    this.columns = columns;
    this.mask = mask;
  }

  /** The summary, and a warning for each probable mistake. */
  public List<String> all() {
    List<Line> lines = new ArrayList<>(RunSummary.of(pipeline, wiring, report));
    findings().forEach(finding -> lines.add(warning(finding.text())));
    return fitted(lines);
  }

  /**
   * One warning, if there is anything that can hardly be meant.
   *
   * @param cure with what a run tells all, as "without -q"
   */
  public List<String> briefly(String cure) {
    List<Finding> mistakes = new ArrayList<>(findings());
    mistakes.removeIf(finding -> !finding.isMistake());
    if (mistakes.isEmpty()) {
      mistakes.addAll(losses().unread());
    }
    if (mistakes.isEmpty()) {
      return List.of();
    }
    int others = mistakes.size() - 1;
    String more = others == 0 ? "" : " (and " + others + " more: run it " + cure + ")";
    return fitted(List.of(warning(mistakes.get(0).text() + more)));
  }

  /** Why a strict run fails; null if it does not. */
  public @Nullable String strictFailure() {
    List<String> lost = losses().all();
    return lost.isEmpty()
        ? null
        : mask.apply("Failed to run " + pipeline.name() + " with --strict: ")
            + String.join(", ", lost);
  }

  private List<Finding> findings() {
    RunCounts counts = report.counts();
    List<Finding> found = new ArrayList<>();
    for (SourceEntry source : pipeline.sources().values()) {
      Finding finding = new SourceFindings(source, counts).find();
      if (finding != null) {
        found.add(finding);
      }
    }
    for (StepEntry step : pipeline.steps()) {
      found.addAll(new StepFindings(step, new StepCounts(step, counts)).find());
    }
    return found;
  }

  private Losses losses() {
    return new Losses(pipeline, wiring, report.counts());
  }

  private static Line warning(String text) {
    return Line.of(WARNING + text, INDENT);
  }

  private List<String> fitted(List<Line> lines) {
    return lines.stream().flatMap(line -> line.fitted(columns, mask).stream()).toList();
  }
}
