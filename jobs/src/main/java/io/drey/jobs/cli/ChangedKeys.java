// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.pipeline.Pipeline;
import java.util.List;

/** The option that names steps whose key, or another part of their definition, has changed. */
public final class ChangedKeys {
  private final Value<List<String>> steps;

  public ChangedKeys(Options options) {
    steps =
        options.values(
            "--allow-changed-key",
            "ID",
            String.class,
            "start this step from state of another key or definition, which it may never find");
  }

  /** The ids of the steps, once the arguments are parsed. */
  public List<String> steps() {
    return steps.get();
  }

  /** The pipeline in which these steps restore such state. */
  public Pipeline in(Pipeline pipeline) {
    return Usage.check(() -> pipeline.allowingChangedKeys(steps()));
  }
}
