// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.source.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked pipeline file; everything is in the order of the file.
 *
 * @param sources by id
 * @param sinks by id
 */
public record Pipeline(
    String name,
    Map<String, SourceEntry> sources,
    List<StepEntry> steps,
    Map<String, SinkEntry> sinks,
    Settings settings) {

  /** The path that means standard input. */
  private static final String STDIN = "-";

  /**
   * The same pipeline with other input files.
   *
   * @param path - for standard input
   * @throws IllegalArgumentException unless there is exactly one file source
   */
  public Pipeline withInput(String path) {
    Map<String, SourceEntry> files = new LinkedHashMap<>();
    sources.forEach(
        (id, entry) -> {
          Source source = reading(path, entry.source());
          if (source != null) {
            files.put(id, entry.with(source));
          }
        });
    if (files.size() != 1) {
      throw new IllegalArgumentException(
          "Cannot replace the input: there must be one file source (found: "
              + (files.isEmpty() ? "none" : String.join(", ", files.keySet()))
              + ")");
    }
    Map<String, SourceEntry> replaced = new LinkedHashMap<>(sources);
    replaced.putAll(files);
    return new Pipeline(name, Collections.unmodifiableMap(replaced), steps, sinks, settings);
  }

  private static @Nullable Source reading(String path, Source source) {
    return path.equals(STDIN) ? SourceKinds.onStandardInput(source) : source.withPath(path);
  }

  /**
   * The same pipeline at another parallelism.
   *
   * @throws IllegalArgumentException if it is not positive, or above the maximum
   */
  public Pipeline withParallelism(int parallelism) {
    return new Pipeline(name, sources, steps, sinks, settings.withParallelism(parallelism));
  }

  /**
   * The same pipeline, some of whose steps restore the state of other keys or definitions.
   *
   * @throws IllegalArgumentException if one is not the id of a step with state
   */
  public Pipeline allowingChangedKeys(List<String> ids) {
    List<String> known =
        steps.stream().filter(step -> step.step().stateful() != null).map(StepEntry::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new IllegalArgumentException(
            "Invalid --allow-changed-key: must be the id of a step with state but was '"
                + id
                + "' (known: "
                + String.join(", ", known)
                + ")");
      }
    }
    List<StepEntry> allowing =
        steps.stream()
            .map(step -> ids.contains(step.id()) ? step.allowingChangedKey() : step)
            .toList();
    return new Pipeline(name, sources, allowing, sinks, settings);
  }

  /** Whether a sink needs checkpoints even where all input is bounded. */
  public boolean needsCheckpoints() {
    return sinks.values().stream().anyMatch(sink -> sink.sink().needsCheckpoints());
  }

  /** The definitions of the sources, without their ids and types. */
  public List<Source> sourceDefinitions() {
    return sources.values().stream().map(SourceEntry::source).toList();
  }
}
