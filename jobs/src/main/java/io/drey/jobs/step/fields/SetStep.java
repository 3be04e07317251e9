// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.fields;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.Stateless;
import io.drey.jobs.step.Step;
import io.drey.jobs.step.StepContext;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Sets fields to the results of expressions. */
@WholeValue
public record SetStep(@Option("an expression for each field") Map<String, Expression> fields)
    implements Step {
  public SetStep {
    for (String field : fields.keySet()) {
      FieldPath unused = FieldPath.of(field);
    }
  }

  @Override
  public List<String> outputs() {
    return List.of(KeyedStep.INVALID);
  }

  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    return Stateless.apply(new SetFields(fields), outputs(), input, context);
  }
}
