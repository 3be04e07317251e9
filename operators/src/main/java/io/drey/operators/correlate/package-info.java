/** Pairs requests with their responses. */
@NullMarked
package io.drey.operators.correlate;

import org.jspecify.annotations.NullMarked;
