// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The steps that a plan proposes, as one migration plan. */
public final class MigrationDocument {
  private static final String INDENT = "  ";

  /** The verdicts on operators that are in the savepoint and in the job. */
  private static final Set<Verdict> STAYING = EnumSet.of(Verdict.KEPT, Verdict.INCOMPATIBLE);

  private final List<String> lines = new ArrayList<>();
  private final Map<String, Object> steps = new LinkedHashMap<>();

  private MigrationDocument() {}

  /**
   * Returns the lines of a plan file; what a migration cannot take as it is are comments.
   *
   * @param plan what is to be mended
   */
  public static List<String> of(Plan plan) {
    MigrationDocument document = new MigrationDocument();
    List<PlanRow> rows = plan.rows().stream().filter(row -> row.remedy().line() != null).toList();
    rows.forEach(document::addNote);
    document.lines.add("version: 1");
    boolean isForAll = isMaxParallelismForAll(plan);
    for (PlanRow row : rows) {
      MigrationLine line = Objects.requireNonNull(row.remedy().line());
      if (line.isComplete()) {
        boolean isOfOne = line.isMaxParallelism() && !isForAll;
        document.add(
            document.steps,
            isOfOne ? List.of("operators", row.operator(), "max-parallelism") : line.path(),
            line.change());
      }
    }
    document.print(document.steps, "");
    return document.lines;
  }

  /** Whether all operators that the job keeps get the same max parallelism. */
  private static boolean isMaxParallelismForAll(Plan plan) {
    List<String> wanted =
        plan.rows().stream()
            .filter(row -> row.state().isEmpty() && STAYING.contains(row.verdict()))
            .map(row -> row.remedy().line())
            .map(line -> line == null || !line.isMaxParallelism() ? "" : line.change())
            .distinct()
            .toList();
    return wanted.size() == 1;
  }

  private void addNote(PlanRow row) {
    MigrationLine line = Objects.requireNonNull(row.remedy().line());
    String what = row.what().replaceAll("\\s+", " ") + row.remedy().after();
    lines.add("# " + row.name() + (what.isEmpty() ? "" : ": " + what));
    if (!line.isComplete()) {
      lines.add("# (replace EXPR) " + line.yaml());
    }
  }

  @SuppressWarnings("unchecked") // only this method puts maps there
  private void add(Map<String, Object> at, List<String> path, String change) {
    String key = path.get(0);
    Object other = at.get(key);
    if (path.size() == 1) {
      at.put(key, other instanceof String list ? merged(list, change) : change);
    } else if (!(other instanceof String)) {
      // what is dropped as a whole needs no other step
      Map<String, Object> inner =
          (Map<String, Object>) at.computeIfAbsent(key, unknown -> new LinkedHashMap<>());
      add(inner, path.subList(1, path.size()), change);
    }
  }

  /** The elements of both lists; of two other values, which are equal, one. */
  private static String merged(String first, String second) {
    return first.startsWith("[")
        ? first.substring(0, first.length() - 1) + ", " + second.substring(1)
        : second;
  }

  private void print(Map<?, ?> at, String indent) {
    at.forEach(
        (key, value) -> {
          String name = indent + MigrationLine.quoted(Objects.requireNonNull(key)) + ":";
          if (value instanceof Map<?, ?> inner) {
            lines.add(name);
            print(inner, indent + INDENT);
          } else {
            lines.add(name + " " + value);
          }
        });
  }
}
