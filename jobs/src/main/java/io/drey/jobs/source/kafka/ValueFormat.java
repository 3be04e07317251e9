// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.source.format.InputFormat;

/** The format of the values of records. */
public enum ValueFormat {
  /** One JSON object. */
  JSON(InputFormat.JSON),
  /** {@code a=1 b="x y"}. */
  LOGFMT(InputFormat.LOGFMT),
  /** Any text, as the field {@code line}, or read by a pattern. */
  TEXT(InputFormat.TEXT);

  private final InputFormat format;

  ValueFormat(InputFormat format) {
    this.format = format;
  }

  InputFormat format() {
    return format;
  }
}
