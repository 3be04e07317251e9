// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** An option or a parameter that may be missing. */
public final class OptionalValue<T> {
  private final ArgSpec argument;

  OptionalValue(ArgSpec argument) {
    this.argument = argument;
  }

  /** Returns the value, once the arguments are parsed; null if there is none. */
  public @Nullable T get() {
    return argument.<T>getValue();
  }
}
