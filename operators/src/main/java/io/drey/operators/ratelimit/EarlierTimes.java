// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import org.jspecify.annotations.Nullable;

/** The blocks of earlier timestamps of a sliding window, by number. */
interface EarlierTimes {
  long @Nullable [] get(long block) throws Exception;

  void put(long block, long[] times) throws Exception;

  void remove(long block) throws Exception;
}
