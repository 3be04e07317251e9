// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.expression.KeyScript;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.KeyedRuleOperator;
import io.drey.operators.script.Program;
import io.drey.operators.script.Scope;
import org.apache.flink.util.OutputTag;

/**
 * Runs the end script of a key. If it fails, an event with the key and the error goes to the output
 * {@code invalid}.
 */
record EndOfKey(KeyScript end, KeyPaths key) implements Program.OnKey<String, Event> {
  private static final OutputTag<Event> INVALID = KeyedRuleOperator.invalid(EventTypeInfo.STREAM);

  @Override
  public void run(Scope<String, Event> scope) {
    try {
      end.run(scope);
    } catch (ExpressionFailedException e) {
      EventWriter record = key.putInto(new EventWriter(128), scope.key());
      scope.emit(INVALID, record.put("error", String.valueOf(e.getMessage())).event());
    }
  }
}
