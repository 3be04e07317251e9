package io.drey.jobs.sink;

import io.drey.jobs.option.Option;
import io.drey.operators.event.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lines to files, each exactly once. */
public record FileSink(
    @Option("a directory of part files, or one file if the name has an extension") String path,
    @Option(value = "how an event becomes a line", byDefault = "json") OutputFormat format,
    @Option("the fields to write, in this order; all if left out") @Nullable List<FieldPath> fields,
    @Option(value = "what to do with a path that is not empty", byDefault = "create") FileMode mode)
    implements Sink {}
