// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one key of a YAML mapping, on the record component that holds it. The key is the
 * component's name in kebab-case; a component that is {@code @Nullable} or has a default may be
 * left out.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Option {
  /** The description, with the unit; one sentence without a full stop. */
  String value();

  /** The default of an absent key, as written in YAML; empty if there is none. */
  String byDefault() default "";

  /** What becomes of the step's state where it changes. */
  Change change() default Change.KEEPS;
}
