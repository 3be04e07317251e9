// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import io.drey.jobs.sink.line.OutputFormat;

/** The format of the values of records. */
public enum ValueFormat {
  /** The JSON of the event, or an object with some of its fields. */
  JSON(OutputFormat.JSON),
  /** {@code a=1 b="x y"}. */
  LOGFMT(OutputFormat.LOGFMT);

  private final OutputFormat format;

  ValueFormat(OutputFormat format) {
    this.format = format;
  }

  OutputFormat format() {
    return format;
  }
}
