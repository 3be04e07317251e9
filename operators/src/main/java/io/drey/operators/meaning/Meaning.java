// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

/** What a number or a string in state stands for. */
public enum Meaning {
  /** A key of the operator: whatever its keys stand for. */
  KEY,
  /** What its type says. */
  PLAIN,
  /** A long: epoch milliseconds. */
  INSTANT,
  /** A string: the text of a JSON value. */
  JSON,
  /** Bytes: a sketch of many values. */
  SKETCH
}
