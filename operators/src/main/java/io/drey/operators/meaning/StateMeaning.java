// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the values of a state stand for; on the method that returns its descriptor. Components of
 * records have a meaning of their own ({@link Means}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StateMeaning {
  /** The name of the state. */
  String state();

  /** What its value, or each of its elements, stands for; of tuples, what each of their parts. */
  Meaning value() default Meaning.PLAIN;

  /** The names of the parts, if its value or each of its elements is a tuple. */
  String[] parts() default {};

  /** What the keys of a map state stand for. */
  Meaning mapKey() default Meaning.PLAIN;
}
