package io.drey.jobs.step;

import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import java.util.List;

/** Removes some fields. */
@WholeValue
public record DropFieldsStep(@Option("the fields to remove") List<String> fields) implements Step {}
