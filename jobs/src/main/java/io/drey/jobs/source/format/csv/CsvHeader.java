// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.csv;

import io.drey.jobs.source.line.ObjectBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the columns. */
final class CsvHeader {
  /** Stands for a header that could not be read: a header that was read has a name. */
  static final CsvHeader NONE = new CsvHeader(List.of(), 0);

  private static final String CURE = "name the columns by header: [name, …]";

  private final List<String> names;

  /** The names as they begin a member of a JSON object. */
  private final byte[][] members;

  private final int nameless;

  private CsvHeader(List<String> names, int nameless) {
    this.names = List.copyOf(names);
    this.members = names.stream().map(ObjectBuilder::member).toArray(byte[][]::new);
    this.nameless = nameless;
  }

  static CsvHeader of(List<String> names) {
    int named = names.size();
    while (named > 1 && names.get(named - 1).isEmpty()) {
      named--;
    }
    return new CsvHeader(names.subList(0, named), names.size() - named);
  }

  /** The names {@code 1}, {@code 2} and so on, for a file without a header line. */
  static CsvHeader numbered(int columns) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      names.add(Integer.toString(i));
    }
    return of(names);
  }

  /** The number of columns with a name. */
  int columns() {
    return members.length;
  }

  /** The number of columns behind those, which must be empty. */
  int nameless() {
    return nameless;
  }

  /** The name of a column as {@link ObjectBuilder#member(byte[])} takes it. */
  byte[] member(int column) {
    return members[column];
  }

  /** What is wrong with the names of a header line, and its cure; null if nothing is. */
  static @Nullable String problem(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : of(names).names) {
      if (name.isEmpty()) {
        return "column " + (seen.size() + 1) + " of its header has no name (" + CURE + ")";
      }
      if (!seen.add(name)) {
        return "its header has the name '" + name + "' twice (" + CURE + ")";
      }
    }
    return null;
  }

  /** What would cut the only column of a header line into several; null if nothing would. */
  static @Nullable String otherDelimiter(List<String> names) {
    String only = names.get(0);
    if (names.size() > 1) {
      return null;
    }
    for (char delimiter : new char[] {';', '\t', '|'}) {
      if (only.indexOf(delimiter) >= 0) {
        String shown = delimiter == '\t' ? "format: tsv" : "delimiter: '" + delimiter + "'";
        return "its header has no ',' (" + shown + " reads its columns)";
      }
    }
    return null;
  }

  /** Whether a line holds one of the names in its place, as only a header does. */
  boolean isIn(List<String> line) {
    for (int i = 0; i < Math.min(names.size(), line.size()); i++) {
      if (names.get(i).equals(line.get(i))) {
        return true;
      }
    }
    return false;
  }
}
