package io.drey.jobs.pipeline;

import io.drey.jobs.step.Step;
import io.drey.jobs.yaml.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as it stands in a pipeline file.
 *
 * @param kind the operator's name
 * @param from what the file says it reads; null if nothing. What it does read is in {@link Wiring}
 * @param at where its operator stands
 */
public record StepEntry(
    String id, String kind, Step step, @Nullable List<Output> from, Position at) {}
