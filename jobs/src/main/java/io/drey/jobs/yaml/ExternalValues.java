package io.drey.jobs.yaml;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a file may ask for from outside itself.
 *
 * @param environment the value of an environment variable, or null
 * @param variables what the command line has set
 */
public record ExternalValues(
    Function<String, @Nullable String> environment, Map<String, String> variables) {
  /** The environment of this process. */
  public static ExternalValues process(Map<String, String> variables) {
    return new ExternalValues(System::getenv, variables);
  }
}
