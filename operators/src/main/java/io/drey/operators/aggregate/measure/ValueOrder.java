// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.io.Serializable;
import java.util.Comparator;

/** The order in which values are listed, and in which ties are broken. */
@FunctionalInterface
public interface ValueOrder extends Comparator<String>, Serializable {
  /** The order of {@link String}. */
  ValueOrder NATURAL = String::compareTo;
}
