// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import java.util.Objects;
import picocli.CommandLine.Model.ArgSpec;

/** An option or a parameter that has a value: it is required or has a default. */
public final class Value<T> {
  private final ArgSpec argument;

  Value(ArgSpec argument) {
    this.argument = argument;
  }

  /** Returns the value, once the arguments are parsed. */
  @SuppressWarnings("unchecked") // as declared
  public T get() {
    // picocli sets no default in a section of which nothing is given
    T value = argument.<T>getValue();
    return Objects.requireNonNull(value == null ? (T) argument.initialValue() : value);
  }
}
