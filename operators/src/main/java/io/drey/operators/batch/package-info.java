/** Groups events by count or time. */
@NullMarked
package io.drey.operators.batch;

import org.jspecify.annotations.NullMarked;
