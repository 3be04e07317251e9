// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamGroupedReduceOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.api.transformations.PartitionTransformation;
import org.apache.flink.streaming.api.transformations.ReduceTransformation;
import org.apache.flink.streaming.api.transformations.SideOutputTransformation;
import org.apache.flink.streaming.api.transformations.UnionTransformation;
import org.apache.flink.streaming.runtime.partitioner.KeyGroupStreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stages between two streams, in the order records meet them.
 *
 * @param source the stream that the first reads
 */
record Stages(Transformation<?> source, SerializerConfig config) {
  /**
   * The operators before a stream; where streams are united, those of the longest way.
   *
   * @throws IllegalArgumentException if there is none, or another kind of operator
   */
  List<Stage> of(DataStream<?> stream) {
    List<Stage> stages = upTo(stream.getTransformation());
    if (stages.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot run the subject: no operator was attached to the stream");
    }
    return stages;
  }

  private List<Stage> upTo(Transformation<?> at) {
    List<Stage> longest = new ArrayList<>();
    if (at.getId() == source.getId()) {
      return longest;
    }
    for (Transformation<?> input : at.getInputs()) {
      List<Stage> before = upTo(input);
      longest = before.size() > longest.size() ? before : longest;
    }
    if (at instanceof OneInputTransformation<?, ?> operator) {
      longest.add(stage(operator));
    } else if (at instanceof ReduceTransformation<?, ?> reduction) {
      longest.add(stage(reduction));
    } else if (!passesOn(at) || at.getInputs().isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot run '%s': operators must have one input, which comes from the stream given, but was a %s"
              .formatted(at.getName(), at.getClass().getSimpleName()));
    }
    return longest;
  }

  /** Whether it runs nothing. */
  private static boolean passesOn(Transformation<?> at) {
    return at instanceof PartitionTransformation<?>
        || at instanceof SideOutputTransformation<?>
        || at instanceof UnionTransformation<?>;
  }

  @SuppressWarnings("unchecked") // the harness feeds each stage what the one before it emits
  private Stage stage(OneInputTransformation<?, ?> operator) {
    Transformation<?> input = operator.getInputs().get(0);
    return new Stage(
        (StreamOperatorFactory<Object>) operator.getOperatorFactory(),
        (KeySelector<Object, Object>) operator.getStateKeySelector(),
        (TypeInformation<Object>) operator.getStateKeyType(),
        (TypeSerializer<Object>) operator.getOutputType().createSerializer(config),
        isExchanged(input),
        outputRead(input));
  }

  /** Flink makes the operator of a reduction or an aggregation when it runs the job. */
  @SuppressWarnings("unchecked")
  private Stage stage(ReduceTransformation<?, ?> reduction) {
    ReduceTransformation<Object, Object> reduce = (ReduceTransformation<Object, Object>) reduction;
    TypeSerializer<Object> type = reduce.getInputType().createSerializer(config);
    Transformation<?> input = reduce.getInputs().get(0);
    return new Stage(
        SimpleOperatorFactory.of(new StreamGroupedReduceOperator<>(reduce.getReducer(), type)),
        reduce.getKeySelector(),
        reduce.getKeyTypeInfo(),
        type,
        isExchanged(input),
        outputRead(input));
  }

  private boolean isExchanged(Transformation<?> input) {
    if (input instanceof PartitionTransformation<?> exchange
        && exchange.getPartitioner() instanceof KeyGroupStreamPartitioner<?, ?>) {
      return true;
    }
    return isBetween(input) && isExchanged(input.getInputs().get(0));
  }

  /** The side output that an operator reads of the one before it; null for the main output. */
  private @Nullable String outputRead(Transformation<?> input) {
    if (input instanceof SideOutputTransformation<?> side) {
      return side.getOutputTag().getId();
    }
    return isBetween(input) ? outputRead(input.getInputs().get(0)) : null;
  }

  private boolean isBetween(Transformation<?> at) {
    return at.getId() != source.getId() && passesOn(at);
  }
}
