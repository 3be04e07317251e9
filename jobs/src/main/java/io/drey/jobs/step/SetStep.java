package io.drey.jobs.step;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import java.util.Map;

/** Sets fields to the results of expressions. */
@WholeValue
public record SetStep(@Option("an expression for each field") Map<String, Expression> fields)
    implements Step {}
