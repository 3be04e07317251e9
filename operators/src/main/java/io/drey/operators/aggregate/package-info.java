/** Measures of groups of events: counts, sums, percentiles and the like, per window of time. */
@NullMarked
package io.drey.operators.aggregate;

import org.jspecify.annotations.NullMarked;
