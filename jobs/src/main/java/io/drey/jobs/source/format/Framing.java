// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

/** How a stream of JSON is cut into records. */
public enum Framing {
  /** One object a line. */
  LINES,
  /** Objects one behind the other, over any number of lines, or as elements of arrays. */
  VALUES
}
