// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Creates the result of a group's window. */
@FunctionalInterface
public interface Summarize<K, R> extends Serializable {
  /**
   * Creates the result.
   *
   * @param window null if there is one result at the end of input
   */
  R summarize(K group, @Nullable Window window, Results results);
}
