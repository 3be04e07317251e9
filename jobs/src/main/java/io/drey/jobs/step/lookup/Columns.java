// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.lookup;

import io.drey.jobs.option.InvalidOptionsException;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.yaml.Unknown;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table.
 *
 * @param file whose columns they are
 * @param keyOption the option that names those of the key
 * @param key of the rows
 * @param added null for all but those of the key
 * @param text those whose numbers and booleans are text
 * @param prefix of the names of the fields
 */
record Columns(
    String file,
    String keyOption,
    KeyPaths key,
    @Nullable List<FieldPath> added,
    List<FieldPath> text,
    String prefix) {
  /** Those that options name, besides the key. */
  List<FieldPath> named() {
    return added == null ? text : Stream.concat(added.stream(), text.stream()).toList();
  }

  /** Those that are added, where all are: the names in the rows so far. */
  List<FieldPath> addedOf(Set<FieldPath> seen) {
    return added == null ? List.copyOf(seen) : added;
  }

  /** Adds the names of a row that are not of the key, if all are added. */
  void see(Event row, Set<FieldPath> seen) {
    if (added != null) {
      return;
    }
    for (String name : row.names()) {
      FieldPath column = FieldPath.of(name);
      if (!key.fields().contains(column)) {
        seen.add(column);
      }
    }
  }

  /** A row with text where it has to be. */
  Event typed(Event row) {
    Event typed = row;
    for (FieldPath column : text) {
      String value = row.text(column);
      typed = value == null ? typed : typed.with(column, value);
    }
    return typed;
  }

  /** The fields of the columns. */
  List<FieldPath> fields(List<FieldPath> columns) {
    return columns.stream().map(column -> FieldPath.of(prefix + column)).toList();
  }

  /**
   * Checks that there are the columns that the options name.
   *
   * @param row any; its names are the known ones
   * @param found the columns that any row has
   */
  void check(Event row, Set<FieldPath> found) {
    List<OptionProblem> problems = new ArrayList<>();
    check("add", added == null ? List.of() : added, row, found, problems);
    check("text", text, row, found, problems);
    if (!problems.isEmpty()) {
      throw new InvalidOptionsException(problems, null);
    }
  }

  private static void check(
      String option,
      List<FieldPath> columns,
      Event row,
      Set<FieldPath> found,
      List<OptionProblem> problems) {
    for (FieldPath column : columns) {
      if (!found.contains(column)) {
        problems.add(unknown(option, column, row));
      }
    }
  }

  /** That the file is no table. */
  IllegalArgumentException unreadable(String why, @Nullable Exception cause) {
    String message = "Cannot read '" + file + "': " + why;
    return new InvalidOptionsException(List.of(new OptionProblem(List.of("file"), message)), cause);
  }

  /** That no row has a column. */
  static OptionProblem unknown(String option, FieldPath column, Event row) {
    Set<String> known = new LinkedHashSet<>(row.names());
    return new OptionProblem(
        List.of(option, column.text()), Unknown.message("column", column.text(), known));
  }
}
