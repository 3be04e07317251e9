// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import java.util.List;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The subtasks of operators, also in a job that Flink rescales while it runs. */
public final class Subtasks {
  /**
   * Set for a job that nobody rescales, and whose state nobody restores at another parallelism: it
   * needs no exchange where there is only one subtask on either side.
   */
  public static final ConfigOption<Boolean> FIXED =
      ConfigOptions.key("drey.fixed-parallelism").booleanType().defaultValue(false);

  private Subtasks() {}

  /** Whether the parallelism of a job never changes. */
  public static boolean areFixed(StreamExecutionEnvironment env) {
    return env.getConfiguration().get(FIXED);
  }

  /** Keeps an operator in one subtask. */
  public static <T> SingleOutputStreamOperator<T> one(SingleOutputStreamOperator<T> operator) {
    SingleOutputStreamOperator<T> alone = operator.setParallelism(1);
    return areFixed(operator.getExecutionEnvironment()) ? alone : alone.setMaxParallelism(1);
  }

  /** Runs an operator in the subtasks of its input, to which it is chained. */
  public static <T> SingleOutputStreamOperator<T> ofInput(
      DataStream<?> input, SingleOutputStreamOperator<T> operator) {
    return isAlone(input.getTransformation())
        ? one(operator)
        : operator.setParallelism(input.getParallelism());
  }

  /** A union and a side output have no parallelism of their own, and no uid. */
  private static boolean isAlone(Transformation<?> stream) {
    List<Transformation<?>> inputs = stream.getInputs();
    boolean isVirtual = stream.getUid() == null && !inputs.isEmpty();
    return isVirtual
        ? inputs.stream().allMatch(Subtasks::isAlone)
        : stream.getMaxParallelism() == 1;
  }
}
