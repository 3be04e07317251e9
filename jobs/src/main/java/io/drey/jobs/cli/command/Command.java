// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import java.util.concurrent.Callable;

/** A command, which returns its exit code. */
public interface Command extends Callable<Integer> {
  /** Returns its options and parameters. */
  Options options();
}
