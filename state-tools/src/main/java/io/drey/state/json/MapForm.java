// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

/** How JSON has a map, by its keys. */
public enum MapForm {
  /** An object: keys are scalars, so they can be names. */
  OBJECT,
  /** A set of objects with {@code key} and {@code value}. */
  ENTRIES
}
