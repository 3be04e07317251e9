// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.step.StateContract;
import io.drey.operators.meaning.OperatorMarker;
import io.drey.operators.rule.Definition;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * An operator of a pipeline's job, as Flink sees it.
 *
 * @param key the serializer of its keys; null if it is not keyed
 * @param marker what marks it in savepoints as one of Drey's; null if nothing does
 * @param definition what its state is of use for; null if it does not say
 * @param states its states with their serializers; null for sources and sinks, which are opaque
 */
public record JobOperator(
    String uid,
    String name,
    int parallelism,
    int maxParallelism,
    @Nullable TypeSerializer<?> key,
    @Nullable OperatorMarker marker,
    @Nullable Definition definition,
    @Nullable List<StateContract> states) {}
