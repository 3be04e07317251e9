// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values from outside that a file may refer to.
 *
 * @param environment returns the value of an environment variable, or null
 * @param variables the variables set on the command line
 */
public record ExternalValues(
    Function<String, @Nullable String> environment, Map<String, String> variables) {
  /** The environment of this process. */
  public static ExternalValues process(Map<String, String> variables) {
    return new ExternalValues(System::getenv, variables);
  }
}
