// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

/** A command that has commands of its own. */
public interface CommandGroup {
  /** Returns its commands. */
  Commands commands();
}
