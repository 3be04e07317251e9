// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

/** A command that has commands of its own, and does nothing without one. */
public interface CommandGroup extends Command {
  /** Returns its commands. */
  Commands commands();

  @Override
  default Integer call() {
    throw new UsageException("Missing command");
  }
}
