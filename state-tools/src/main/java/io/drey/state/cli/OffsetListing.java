// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.json.JsonMembers;
import io.drey.state.json.JsonWriter;
import io.drey.state.offsets.SplitName;
import io.drey.state.offsets.SplitOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints how far splits were read. */
final class OffsetListing {
  /** Columns that are left out where no row has them. */
  private static final List<Name> NAMES =
      List.of(
          new Name("cluster", SplitName::cluster),
          new Name("topic", SplitName::topic),
          new Name("partition", SplitName::partition),
          new Name("path", SplitName::path));

  private record Name(String column, Function<SplitName, @Nullable Object> part) {
    @Nullable Object of(SplitOffset row) {
      return part.apply(row.split());
    }
  }

  private OffsetListing() {}

  /** Returns all lines, each with its line end. */
  static String of(List<SplitOffset> rows, RowFormat format, Terminal terminal) {
    List<String> objects = rows.stream().map(OffsetListing::object).toList();
    return switch (format) {
      case JSONL -> lines(objects);
      case JSON -> "[" + String.join(",\n ", objects) + "]\n";
      default -> table(rows, format, terminal);
    };
  }

  private static String table(List<SplitOffset> rows, RowFormat format, Terminal terminal) {
    List<Name> names =
        NAMES.stream().filter(name -> rows.stream().anyMatch(row -> name.of(row) != null)).toList();
    List<String> columns = new ArrayList<>(List.of("operator"));
    names.forEach(name -> columns.add(name.column()));
    columns.addAll(List.of("offset", "stop", "status", "subtask"));
    return lines(
        format.lines(columns, rows.stream().map(row -> cells(row, names)).toList(), terminal));
  }

  private static List<String> cells(SplitOffset row, List<Name> names) {
    List<String> cells = new ArrayList<>(List.of(row.operator()));
    names.forEach(name -> cells.add(Objects.toString(name.of(row), "")));
    cells.add(Objects.toString(row.offset(), ""));
    cells.add(Objects.toString(row.stop(), ""));
    cells.add(status(row));
    cells.add(Objects.toString(row.subtask(), ""));
    return cells;
  }

  private static String object(SplitOffset row) {
    JsonWriter json = new JsonWriter();
    JsonMembers members = new JsonMembers(json);
    json.beginObject();
    members.text("operator", row.operator());
    NAMES.forEach(name -> member(members, name.column(), name.of(row)));
    offset(members, "offset", row.offset());
    offset(members, "stop", row.stop());
    members.text("status", status(row));
    member(members, "subtask", row.subtask());
    json.endObject();
    return json.toString();
  }

  private static void member(JsonMembers members, String name, @Nullable Object value) {
    if (value instanceof Integer number) {
      members.number(name, number);
    } else if (value != null) {
      members.text(name, value.toString());
    }
  }

  /** Writes a number, or the name of an offset that is looked up at the start. */
  private static void offset(JsonMembers members, String name, @Nullable String offset) {
    if (offset != null && !offset.isEmpty() && !Character.isLetter(offset.charAt(0))) {
      members.value(name, offset);
    } else {
      members.text(name, offset);
    }
  }

  private static String status(SplitOffset row) {
    return row.status().name().toLowerCase(Locale.ROOT);
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
