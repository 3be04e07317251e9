// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.graph.JobOperator;
import io.drey.jobs.graph.JobOperators;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.source.kafka.TopicSource;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.yaml.Unknown;
import io.drey.operators.kv.KvState;
import io.drey.operators.meaning.MarkerState;
import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.NewHeader;
import io.drey.state.snapshot.metadata.OperatorId;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** The states of an operator of a pipeline, as its state contracts have them. */
public final class PipelineStates {
  /** The timers of an operator in event time. */
  static final String EVENT_TIMERS = "_timer_state/event_user-timers";

  private static final String PROCESSING_TIMERS = "_timer_state/processing_user-timers";

  /** The timers of the entries of a key-value store. */
  static final String EVENT_EXPIRIES = "_timer_state/event_expiries";

  static final String PROCESSING_EXPIRIES = "_timer_state/processing_expiries";

  private PipelineStates() {}

  /**
   * Returns the states of an operator.
   *
   * @param wanted its uid, its hash, or its name if that is unique
   * @throws IllegalArgumentException if there is no such operator
   * @throws RefusedException if it has no state, or that of a source or sink
   */
  public static OperatorStates of(Pipeline pipeline, Wiring wiring, String wanted) {
    JobOperator operator = find(JobOperators.of(pipeline, wiring), wanted);
    OperatorId id = OperatorId.ofUid(operator.uid(), operator.name());
    List<StateContract> contracts = operator.states();
    SourceEntry source = pipeline.sources().get(operator.uid());
    if (source != null && source.source() instanceof TopicSource) {
      return OperatorStates.ofKafka(id, operator.maxParallelism());
    }
    if (contracts == null) {
      throw new RefusedException(
          id, "it is a source or sink: of these only a Kafka source can get state, its offsets");
    }
    if (contracts.isEmpty()) {
      throw new RefusedException(id, "it has no state");
    }
    OperatorMarker marker = operator.marker();
    return new OperatorStates(
        id,
        operator.maxParallelism(),
        marker,
        keyed(contracts, operator.key(), marker),
        own(contracts, marker),
        operator.definition() == null ? Map.of() : operator.definition().entries(),
        shortRows(pipeline, operator.uid(), contracts));
  }

  private static JobOperator find(List<JobOperator> operators, String wanted) {
    List<JobOperator> found =
        operators.stream()
            .filter(each -> OperatorId.ofUid(each.uid(), each.name()).isOf(wanted))
            .toList();
    if (found.isEmpty()) {
      found = operators.stream().filter(each -> each.name().equals(wanted)).toList();
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    List<String> known =
        operators.stream()
            .filter(each -> each.states() != null && !each.states().isEmpty())
            .map(JobOperator::uid)
            .toList();
    throw new IllegalArgumentException(Unknown.message("operator", wanted, known));
  }

  private static @Nullable FileHeader keyed(
      List<StateContract> contracts,
      @Nullable TypeSerializer<?> key,
      @Nullable OperatorMarker marker) {
    if (key == null) {
      return null;
    }
    NewHeader header = new NewHeader();
    contracts.stream()
        .filter(StateContract::isKeyed)
        .forEach(contract -> header.addKeyed(contract.descriptor()));
    header.addTimers(EVENT_TIMERS, key).addTimers(PROCESSING_TIMERS, key);
    if (marker != null && marker.states().equals(KvState.class.getSimpleName())) {
      header.addTimersOfTexts(EVENT_EXPIRIES, key).addTimersOfTexts(PROCESSING_EXPIRIES, key);
    }
    return header.ofKeys(key);
  }

  private static FileHeader own(List<StateContract> contracts, @Nullable OperatorMarker marker) {
    NewHeader header = new NewHeader();
    for (StateContract contract : contracts) {
      StateDescriptor<?, ?> state = contract.descriptor();
      if (!contract.isKeyed() && state instanceof MapStateDescriptor<?, ?> map) {
        header.addBroadcast(map);
      } else if (!contract.isKeyed() && state instanceof ListStateDescriptor<?> list) {
        header.addUnionList(list);
      }
    }
    if (marker != null) {
      header.addList(MarkerState.of(marker));
    }
    return header.ofOperator();
  }

  private static ShortRows shortRows(Pipeline pipeline, String uid, List<StateContract> contracts) {
    for (StepEntry step : pipeline.steps()) {
      if (step.id().equals(uid)) {
        return StepRows.of(step.step(), isInEventTime(pipeline), contracts);
      }
    }
    return ShortRows.none(contracts.stream().map(StateContract::name).toList());
  }

  /** By its name, since the type is not one of Flink's public ones. */
  private static boolean isInEventTime(Pipeline pipeline) {
    return String.valueOf(JobGraph.timeOf(pipeline)).equals("EVENT_TIME");
  }
}
