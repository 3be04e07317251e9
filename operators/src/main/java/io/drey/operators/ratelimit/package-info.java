/** Passes so many events of each key, for ever or per time span. */
@NullMarked
package io.drey.operators.ratelimit;

import org.jspecify.annotations.NullMarked;
