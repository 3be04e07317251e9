// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is usually asked of numbers; without any, the count is 0 and all else is null.
 *
 * @param avg rounded half-even to 34 digits
 * @param percentiles the 50th, 95th and 99th, exact for up to 100 numbers, else each within 1 %
 */
public record Statistics(
    long count,
    @Nullable BigDecimal sum,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable BigDecimal avg,
    @Nullable Map<Double, BigDecimal> percentiles) {
  static final Statistics NOTHING = new Statistics(0, null, null, null, null, null);
}
