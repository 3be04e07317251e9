// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A state that tells of others of its operator, and has to change with them; on the method that
 * returns its descriptor.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Derived {
  /** What it tells. */
  Derivation value();

  /** The name of the map state of whose entries it tells; empty if it tells of keys. */
  String from() default "";
}
