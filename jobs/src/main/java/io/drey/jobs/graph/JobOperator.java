// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.step.StateContract;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * An operator of a pipeline's job, as Flink sees it.
 *
 * @param key the serializer of its keys; null if it is not keyed
 * @param states its states with their serializers; null for sources and sinks, which are opaque
 */
public record JobOperator(
    String uid,
    String name,
    int parallelism,
    int maxParallelism,
    @Nullable TypeSerializer<?> key,
    @Nullable List<StateContract> states) {}
