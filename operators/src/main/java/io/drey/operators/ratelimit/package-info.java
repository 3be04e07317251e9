/** Limits the events of each key, in total or per time window. */
@NullMarked
package io.drey.operators.ratelimit;

import org.jspecify.annotations.NullMarked;
