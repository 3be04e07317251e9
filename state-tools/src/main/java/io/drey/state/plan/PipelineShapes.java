// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.jobs.graph.JobOperator;
import io.drey.jobs.graph.JobOperators;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.step.StateContract;
import io.drey.state.plan.OperatorShape.Knowledge;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.NoNamespace;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** The states of a pipeline's operators, with the types that their serializers would write. */
final class PipelineShapes {
  private PipelineShapes() {}

  static List<OperatorShape> of(Pipeline pipeline, Wiring wiring) {
    return JobOperators.of(pipeline, wiring).stream()
        .map(operator -> operator(operator, SourceInput.of(pipeline.sources().get(operator.uid()))))
        .toList();
  }

  private static OperatorShape operator(JobOperator operator, @Nullable SourceInput input) {
    TypeSerializer<?> serializer = operator.key();
    ValueType key = serializer == null ? null : SerializerSnapshots.of(serializer);
    List<StateContract> contracts = operator.states();
    Map<String, StateShape> states = new TreeMap<>();
    if (contracts != null) {
      contracts.forEach(contract -> states.put(contract.name(), state(contract, key)));
    }
    return new OperatorShape(
        OperatorId.ofUid(operator.uid(), operator.name()),
        operator.parallelism(),
        operator.maxParallelism(),
        key,
        operator.definition(),
        states,
        input,
        contracts == null ? Knowledge.NONE : Knowledge.ALL);
  }

  private static StateShape state(StateContract contract, @Nullable ValueType key) {
    StateDescriptor<?, ?> descriptor = contract.descriptor();
    ValueType value = SerializerSnapshots.of(value(descriptor));
    if (!contract.isKeyed()) {
      ValueType mapKey = mapKey(descriptor);
      Mode mode = mapKey == null ? Mode.UNION : Mode.BROADCAST;
      return StateShape.ofOperator(contract.name(), mode, mapKey, value);
    }
    return new StateShape(
        contract.name(),
        contract.kind(),
        key,
        NoNamespace.VOID,
        mapKey(descriptor),
        descriptor.getTtlConfig().isEnabled() ? new TtlType(value) : value);
  }

  private static TypeSerializer<?> value(StateDescriptor<?, ?> descriptor) {
    if (descriptor instanceof ListStateDescriptor<?> list) {
      return list.getElementSerializer();
    }
    return descriptor instanceof MapStateDescriptor<?, ?> map
        ? map.getValueSerializer()
        : descriptor.getSerializer();
  }

  private static @Nullable ValueType mapKey(StateDescriptor<?, ?> descriptor) {
    return descriptor instanceof MapStateDescriptor<?, ?> map
        ? SerializerSnapshots.of(map.getKeySerializer())
        : null;
  }
}
