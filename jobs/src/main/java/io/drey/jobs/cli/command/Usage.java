// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import java.util.function.Supplier;

/** Turns what is wrong with arguments into usage errors. */
public final class Usage {
  private Usage() {}

  /** Returns a checked value, whose {@link IllegalArgumentException} is a usage error. */
  public static <T> T check(Supplier<T> checked) {
    try {
      return checked.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
