// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.sink.Sink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sink in a pipeline file.
 *
 * @param from its {@code from}; null if it has none. {@link Wiring} has what it reads
 */
public record SinkEntry(String id, String type, Sink sink, @Nullable List<Output> from) {}
