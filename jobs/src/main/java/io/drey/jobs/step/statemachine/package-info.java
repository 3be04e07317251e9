/** The step {@code state-machine}. */
@NullMarked
package io.drey.jobs.step.statemachine;

import org.jspecify.annotations.NullMarked;
