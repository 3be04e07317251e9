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
  public T get() {
    return Objects.requireNonNull(argument.<T>getValue());
  }
}
