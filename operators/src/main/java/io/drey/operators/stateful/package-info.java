/** Typed state per key, changed by a function of the user's. */
@NullMarked
package io.drey.operators.stateful;

import org.jspecify.annotations.NullMarked;
