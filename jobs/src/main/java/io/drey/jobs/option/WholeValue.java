// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record of one component that takes the whole YAML value ({@code filter: event.x == 1}) rather
 * than a mapping with a key for it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeValue {
  /** Words that are valid instead; the record's {@code parse} gives their meaning. */
  String[] words() default {};
}
