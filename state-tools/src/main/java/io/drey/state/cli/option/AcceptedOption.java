// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.state.plan.Plan;
import java.util.List;

/** The option that names states of which only their serializers could say whether they fit. */
public final class AcceptedOption {
  private final Value<List<String>> accepted;

  public AcceptedOption(Options options) {
    accepted =
        options.values(
            "--accept-unknown",
            "OP.STATE",
            String.class,
            "a state that its serializer is known to restore, though only its code can tell");
  }

  public Plan in(Plan plan) {
    return Usage.check(() -> plan.accepting(accepted.get()));
  }
}
