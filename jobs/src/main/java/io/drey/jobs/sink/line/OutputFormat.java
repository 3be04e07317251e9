package io.drey.jobs.sink.line;

import io.drey.operators.event.FieldPath;
import io.drey.operators.event.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an event becomes a line. */
public enum OutputFormat {
  /** One JSON object a line, byte for byte as it is where no fields are asked for. */
  JSON,
  /** {@code a=1 b="x y"}. */
  LOGFMT,
  /** As RFC 4180 has it, below a header; without fields, those of the file's first event. */
  CSV,
  /** As csv, with tabs; tabs, line ends and backslashes are escaped by a backslash. */
  TSV;

  /**
   * Writes lines of this format.
   *
   * @param fields those to write, in this order; null for all
   */
  public LineFormat lines(@Nullable List<FieldPath> fields) {
    Projection projection = fields == null ? null : Projection.of(fields);
    return switch (this) {
      case JSON -> new JsonFormat(projection);
      case LOGFMT -> new LogfmtFormat(projection);
      case CSV -> new DelimitedFormat(projection, Delimiter.COMMA);
      case TSV -> new DelimitedFormat(projection, Delimiter.TAB);
    };
  }

  /** The columns a header line names; empty for a format without header. */
  public List<String> columns(String header) {
    return switch (this) {
      case JSON, LOGFMT -> List.of();
      case CSV -> Delimiter.COMMA.split(header);
      case TSV -> Delimiter.TAB.split(header);
    };
  }

  /** How the names of its files end. */
  public String extension() {
    return switch (this) {
      case JSON -> ".jsonl";
      case LOGFMT -> ".log";
      case CSV -> ".csv";
      case TSV -> ".tsv";
    };
  }
}
