// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Timers of the entries of a map state, whose namespaces are the map's keys; on the class that
 * declares the state.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EntryTimers {
  /** The name of the timer service. */
  String service();

  /** The name of the map state. */
  String from();
}
