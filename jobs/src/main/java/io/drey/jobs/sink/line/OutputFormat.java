// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import io.drey.operators.event.FieldPath;
import io.drey.operators.event.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The format of the lines of a sink. */
public enum OutputFormat {
  /** One JSON object per line; the event byte for byte unless fields are requested. */
  JSON,
  /** {@code a=1 b="x y"}. */
  LOGFMT,
  /** As in RFC 4180, below a header; by default with the fields of the file's first event. */
  CSV,
  /** As csv, with tabs; tabs, line ends and backslashes in values are escaped. */
  TSV;

  /**
   * A writer of lines of this format.
   *
   * @param fields the fields to write, in this order; null for all
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

  /** The columns in a header line; empty for a format without header. */
  public List<String> columns(String header) {
    return switch (this) {
      case JSON, LOGFMT -> List.of();
      case CSV -> Delimiter.COMMA.split(header);
      case TSV -> Delimiter.TAB.split(header);
    };
  }

  /** The extension of its files. */
  public String extension() {
    return switch (this) {
      case JSON -> ".jsonl";
      case LOGFMT -> ".log";
      case CSV -> ".csv";
      case TSV -> ".tsv";
    };
  }
}
