// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

/** A list or object that a script may change. */
interface Tree {
  Branch branch();

  /** The depth of nested lists and objects: 1 if it contains none. */
  int height();

  void write(StringBuilder out);
}
