/** Follows the state of each key through the symbols of its events, and tells what breaks rules. */
@NullMarked
package io.drey.operators.statemachine;

import org.jspecify.annotations.NullMarked;
