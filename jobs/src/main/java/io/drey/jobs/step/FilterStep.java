package io.drey.jobs.step;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import java.util.List;

/** Passes the events for which an expression is true. */
@WholeValue
public record FilterStep(@Option("the condition an event must meet") Expression condition)
    implements Step {
  @Override
  public List<String> outputs() {
    return List.of("rejected");
  }
}
