package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.AbstractKeyedStateBackend;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.InstantiationUtil;

/**
 * One keyed operator of the subject, as its public entry has wired it.
 *
 * @param key reads the key its state is under
 */
record Stage(
    StreamOperatorFactory<Object> factory,
    KeySelector<Object, Object> key,
    TypeInformation<Object> keyType,
    TypeSerializer<Object> outputType) {
  static final int MAX_PARALLELISM = 128;

  /** The keyed operators between a source and a stream, in the order records meet them. */
  @SuppressWarnings("unchecked") // the harness feeds each stage what the one before it emits
  static List<Stage> of(DataStream<?> stream) {
    List<Stage> stages = new ArrayList<>();
    Transformation<?> at = stream.getTransformation();
    while (!at.getInputs().isEmpty()) {
      if (at instanceof OneInputTransformation<?, ?> operator
          && operator.getStateKeyType() != null) {
        stages.add(
            new Stage(
                (StreamOperatorFactory<Object>) operator.getOperatorFactory(),
                (KeySelector<Object, Object>) operator.getStateKeySelector(),
                (TypeInformation<Object>) operator.getStateKeyType(),
                (TypeSerializer<Object>)
                    operator
                        .getOutputType()
                        .createSerializer(stream.getExecutionConfig().getSerializerConfig())));
      }
      at = at.getInputs().get(0);
    }
    Collections.reverse(stages);
    return stages;
  }

  /** Opens a subtask of it that emits to {@code output}. */
  KeyedOneInputStreamOperatorTestHarness<Object, Object, Object> open(
      Variation variation,
      int parallelism,
      int subtask,
      Output<StreamRecord<Object>> output,
      OperatorSubtaskState restored)
      throws Exception {
    StreamOperatorFactory<Object> fresh =
        InstantiationUtil.clone(factory, Thread.currentThread().getContextClassLoader());
    KeyedOneInputStreamOperatorTestHarness<Object, Object, Object> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            fresh, key, keyType, MAX_PARALLELISM, parallelism, subtask);
    harness.setStateBackend(variation.backend().get());
    harness.setOutputCreator(serializer -> output);
    harness.setup(outputType);
    harness.initializeState(restored);
    harness.open();
    return harness;
  }

  /** How many entries of keyed state a subtask holds. */
  static int stateEntries(KeyedOneInputStreamOperatorTestHarness<?, ?, ?> subtask) {
    KeyedStateBackend<?> backend = subtask.getOperator().getKeyedStateBackend();
    return ((AbstractKeyedStateBackend<?>) backend).numKeyValueStateEntries();
  }
}
