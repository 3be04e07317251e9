package io.drey.state.cli;

import io.drey.jobs.cli.RowFormat;
import io.drey.state.inspect.OperatorReport;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.inspect.StateReport;
import io.drey.state.json.JsonWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operators as text. */
final class Listing {
  private static final List<String> COLUMNS =
      List.of("operator", "name", "parallelism", "max parallelism", "states", "bytes");

  private final JsonWriter json = new JsonWriter();

  private Listing() {}

  /** All lines, each with its end. */
  static String of(SavepointReport report, RowFormat format) {
    if (format == RowFormat.JSON || format == RowFormat.JSONL) {
      return new Listing().json(report.operators(), format == RowFormat.JSON);
    }
    List<List<String>> rows = report.operators().stream().map(Listing::cells).toList();
    return format.lines(COLUMNS, rows).stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> cells(OperatorReport operator) {
    String name = operator.id().name();
    return List.of(
        operator.id().toString(),
        name == null ? "" : name,
        String.valueOf(operator.parallelism()),
        String.valueOf(operator.maxParallelism()),
        operator.states().stream().map(StateReport::name).collect(Collectors.joining(", ")),
        String.valueOf(operator.bytes()));
  }

  private String json(List<OperatorReport> operators, boolean asArray) {
    if (asArray) {
      json.beginArray();
    }
    for (OperatorReport operator : operators) {
      write(operator);
      if (!asArray) {
        json.newLine();
      }
    }
    if (asArray) {
      json.endArray();
      json.newLine();
    }
    return json.toString();
  }

  private void write(OperatorReport operator) {
    json.beginObject();
    text("uid", operator.id().uid());
    text("hash", operator.id().hash());
    text("name", operator.id().name());
    number("parallelism", operator.parallelism());
    number("max_parallelism", operator.maxParallelism());
    number("bytes", operator.bytes());
    if (operator.inFlightBytes() > 0) {
      number("in_flight_bytes", operator.inFlightBytes());
    }
    json.name("states");
    json.beginArray();
    operator.states().forEach(this::write);
    json.endArray();
    json.endObject();
  }

  private void write(StateReport state) {
    json.beginObject();
    text("name", state.name());
    text("kind", state.kind());
    text("key_type", state.keyType());
    text("value_type", state.valueType());
    json.name("ttl");
    json.bool(state.hasTtl());
    json.endObject();
  }

  private void text(String name, @Nullable String text) {
    json.name(name);
    if (text == null) {
      json.nullValue();
    } else {
      json.text(text);
    }
  }

  private void number(String name, long number) {
    json.name(name);
    json.number(number);
  }
}
