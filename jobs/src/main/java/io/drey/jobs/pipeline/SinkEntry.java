package io.drey.jobs.pipeline;

import io.drey.jobs.sink.Sink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sink as it stands in a pipeline file.
 *
 * @param kind its type
 * @param from what the file says it reads; null if nothing. What it does read is in {@link Wiring}
 */
public record SinkEntry(String id, String kind, Sink sink, @Nullable List<Output> from) {}
