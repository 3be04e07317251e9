// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import java.util.List;

/** The format of the lines of a sink. */
public enum OutputFormat {
  /** One JSON object per line; the event byte for byte unless fields are requested. */
  JSON,
  /** {@code a=1 b="x y"}. */
  LOGFMT,
  /** As in RFC 4180, below a header; by default with the fields of the file's first event. */
  CSV,
  /** As csv, with tabs; tabs, line ends and backslashes in values are escaped. */
  TSV,
  /** What a template makes of the event. */
  TEXT;

  /** The columns in a header line; empty for a format without header. */
  public List<String> columns(String header) {
    return switch (this) {
      case JSON, LOGFMT, TEXT -> List.of();
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
      case TEXT -> ".txt";
    };
  }
}
