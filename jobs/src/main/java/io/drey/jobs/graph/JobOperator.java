package io.drey.jobs.graph;

import io.drey.jobs.step.StateContract;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * An operator of a pipeline's job, as Flink sees it.
 *
 * @param key of the operator's keys; null if it has none
 * @param states what it keeps, with their serializers; null if only a source or sink knows
 */
public record JobOperator(
    String uid,
    String name,
    int parallelism,
    int maxParallelism,
    @Nullable TypeSerializer<?> key,
    @Nullable List<StateContract> states) {}
