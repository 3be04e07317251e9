/** Tells where the numbers of a key's events are not one after the other. */
@NullMarked
package io.drey.operators.gaps;

import org.jspecify.annotations.NullMarked;
