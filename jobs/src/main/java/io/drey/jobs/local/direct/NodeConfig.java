// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.io.Serializable;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.memory.ManagedMemoryUseCase;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.streaming.api.graph.StreamConfig;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of an operator, which hands out the objects of its node in the graph: a {@link
 * StreamConfig} holds them serialized, since on a cluster they are sent to another process.
 */
@SuppressWarnings("unchecked") // the graph has checked that types fit
final class NodeConfig extends StreamConfig {
  private static final long serialVersionUID = 1L;

  private final transient StreamNode node;

  /**
   * @param position of the operator in the job, by which its mails and timers are told apart
   */
  NodeConfig(StreamNode node, int position) {
    super(new Configuration());
    this.node = node;
    setVertexID(node.getId());
    setOperatorID(new OperatorID(node.getId(), position));
    setOperatorName(node.getOperatorName());
    setChainIndex(position);
    setNumberOfOutputs(node.getOutEdges().size());
    setManagedMemoryFractionOperatorOfUseCase(ManagedMemoryUseCase.STATE_BACKEND, 1);
  }

  @Override
  public <T> TypeSerializer<T> getTypeSerializerOut(ClassLoader loader) {
    return (TypeSerializer<T>) node.getTypeSerializerOut();
  }

  @Override
  public <T> TypeSerializer<T> getTypeSerializerIn(int index, ClassLoader loader) {
    return (TypeSerializer<T>) node.getTypeSerializersIn()[index];
  }

  @Override
  public <T, K extends Serializable> @Nullable KeySelector<T, K> getStatePartitioner(
      int input, ClassLoader loader) {
    KeySelector<?, ?>[] selectors = node.getStatePartitioners();
    return input < selectors.length ? (KeySelector<T, K>) selectors[input] : null;
  }

  @Override
  public <K> TypeSerializer<K> getStateKeySerializer(ClassLoader loader) {
    return (TypeSerializer<K>) node.getStateKeySerializer();
  }

  @Override
  public Map<String, String> getAdditionalMetricVariables() {
    Map<String, String> variables = node.getAdditionalMetricVariables();
    return variables == null ? Map.of() : variables;
  }
}
