package io.drey.jobs.sink;

import io.drey.jobs.option.Option;
import io.drey.operators.event.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lines to standard output, each at least once. */
public record StdoutSink(
    @Option(value = "how an event becomes a line", byDefault = "json") OutputFormat format,
    @Option("the fields to write, in this order; all if left out") @Nullable List<FieldPath> fields)
    implements Sink {}
