// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.operators.event.Event;
import io.drey.operators.kv.KvResults;
import org.jspecify.annotations.Nullable;

/** One of the {@code triggers} of a store: a side output for some of its changes. */
public record TriggerOption(
    @Option("the scope whose changes are selected; any scope if left out") @Nullable String scope,
    @Option("the key whose changes are selected; any key if left out") @Nullable String key,
    @Option("the condition that a change must meet; no condition if left out")
        @Nullable Expression when) {
  KvResults.Trigger<Event> named(String name) {
    Expression condition = when;
    return new KvResults.Trigger<>(
        name, scope, key, condition == null ? change -> true : condition::test);
  }
}
