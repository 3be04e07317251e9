/** Batches: so many events, or those of so much time, as one result. */
@NullMarked
package io.drey.operators.batch;

import org.jspecify.annotations.NullMarked;
