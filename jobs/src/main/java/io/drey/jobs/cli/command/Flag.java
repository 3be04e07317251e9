// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import picocli.CommandLine.Model.ArgSpec;

/** An option without a value. */
public final class Flag {
  private final ArgSpec argument;

  Flag(ArgSpec argument) {
    this.argument = argument;
  }

  /** Whether it is given. */
  public boolean isGiven() {
    return Boolean.TRUE.equals(argument.getValue());
  }
}
