// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Runs a Flink job in one thread of this process, without a cluster: no RPC, no REST endpoint, no
 * network stack, no checkpoints. It takes the same {@link
 * org.apache.flink.streaming.api.graph.StreamGraph} that a cluster would be given and the same
 * operators, in a single {@link org.apache.flink.streaming.runtime.tasks.StreamTask}, every node at
 * parallelism 1.
 *
 * <p>An event runs through the graph by method calls, in the order in which its source emitted it.
 * Watermarks follow the number of events and not a clock, and of several sources the one that is
 * furthest behind in event time is read first: over files, every run does the same in the same
 * order.
 */
@NullMarked
package io.drey.jobs.local.direct;

import org.jspecify.annotations.NullMarked;
