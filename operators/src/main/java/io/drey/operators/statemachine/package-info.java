/** Runs a state machine for each key and reports violations. */
@NullMarked
package io.drey.operators.statemachine;

import org.jspecify.annotations.NullMarked;
