package io.drey.jobs.pipeline;

import io.drey.jobs.source.Source;
import io.drey.jobs.source.file.FileSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A checked pipeline file; everything is in the order of the file.
 *
 * @param sources by id
 * @param sinks by id
 */
public record Pipeline(
    String name,
    Map<String, Source> sources,
    List<StepEntry> steps,
    Map<String, SinkEntry> sinks,
    Settings settings) {

  /**
   * The same pipeline with other input files.
   *
   * @throws IllegalArgumentException unless there is exactly one file source
   */
  public Pipeline withInput(String path) {
    List<String> files =
        sources.keySet().stream().filter(id -> sources.get(id) instanceof FileSource).toList();
    if (files.size() != 1) {
      throw new IllegalArgumentException(
          "Cannot replace the input: there must be one file source (found: "
              + (files.isEmpty() ? "none" : String.join(", ", files))
              + ")");
    }
    Map<String, Source> replaced = new LinkedHashMap<>(sources);
    replaced.computeIfPresent(files.get(0), (id, source) -> reading(path, (FileSource) source));
    return new Pipeline(name, Collections.unmodifiableMap(replaced), steps, sinks, settings);
  }

  /**
   * The same pipeline at another parallelism.
   *
   * @throws IllegalArgumentException if it is not positive, or above the maximum
   */
  public Pipeline withParallelism(int parallelism) {
    return new Pipeline(name, sources, steps, sinks, settings.withParallelism(parallelism));
  }

  /** The same pipeline with more Flink options. */
  public Pipeline withFlink(UnaryOperator<Map<String, String>> change) {
    return new Pipeline(name, sources, steps, sinks, settings.withFlink(change));
  }

  private static FileSource reading(String path, FileSource source) {
    return new FileSource(path, source.format(), source.time(), source.parallel());
  }
}
