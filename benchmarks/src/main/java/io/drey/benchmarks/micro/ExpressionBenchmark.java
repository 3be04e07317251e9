// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks.micro;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.operators.event.Event;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Conditions on one event; of each pair the second says the same to the interpreter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExpressionBenchmark {
  @Param({
    "event.status != 404",
    "event.status - 404 != 0",
    "event.method == 'GET' && event.status < 500",
    "lower(event.method) == 'get' && event.status - 500 < 0"
  })
  @SuppressWarnings("NullAway.Init") // by JMH
  public String text;

  private final Event event = EventBenchmark.EVENT;

  @SuppressWarnings("NullAway.Init") // in parse
  private Expression expression;

  @Setup
  public void parse() throws ExpressionException {
    expression = Expression.parse(text);
  }

  @Benchmark
  public boolean test() {
    return expression.test(event);
  }
}
