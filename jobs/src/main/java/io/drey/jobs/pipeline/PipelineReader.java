// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.option.Binder;
import io.drey.jobs.option.Place;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the outer structure of a pipeline file. */
final class PipelineReader {
  /** The maximum number of sources, steps or sinks: some checks are recursive. */
  static final int MOST = 1_000;

  private static final List<String> KEYS =
      List.of("version", "name", "sources", "steps", "sinks", "settings");

  private final Binder binder;
  private final Problems problems;
  private final VertexReader vertices;

  PipelineReader(Binder binder, Problems problems) {
    this.binder = binder;
    this.problems = problems;
    this.vertices = new VertexReader(binder, problems);
  }

  /**
   * Reads as much as possible.
   *
   * @param fileName the name of the pipeline if the file does not set one
   */
  @Nullable PipelineDraft read(YamlValue root, String fileName) {
    if (!(root instanceof YamlMapping mapping)) {
      problems.error(root.at(), "", "Invalid pipeline: must be a mapping but was " + root.shown());
      return null;
    }
    checkKeys(mapping);
    checkVersion(mapping);
    return new PipelineDraft(
        name(mapping, fileName),
        ends(mapping, "sources", SourceKinds.all()),
        steps(mapping),
        ends(mapping, "sinks", SinkKinds.all()),
        settings(mapping));
  }

  private void checkKeys(YamlMapping mapping) {
    for (YamlMapping.Entry entry : mapping.all()) {
      if (!KEYS.contains(entry.key())) {
        problems.error(entry.at(), "", Unknown.message("key", entry.key(), KEYS));
      }
    }
  }

  private void checkVersion(YamlMapping mapping) {
    YamlMapping.Entry version = mapping.find("version");
    if (version == null) {
      missing("version", mapping);
    } else if (!(version.value() instanceof YamlScalar scalar)
        || !(scalar.isUnresolved() || scalar.text().equals("1"))) {
      problems.error(
          version.value().at(),
          "",
          "Unsupported version: " + version.value().shown() + " (known: 1)");
    }
  }

  private String name(YamlMapping mapping, String fileName) {
    YamlMapping.Entry entry = mapping.find("name");
    if (entry == null) {
      return fileName;
    }
    if (entry.value() instanceof YamlScalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    reject("name", "text", entry.value());
    return fileName;
  }

  private List<Vertex> ends(
      YamlMapping mapping, String key, Map<String, Class<? extends Record>> types) {
    List<Vertex> ends = new ArrayList<>();
    YamlMapping.Entry entry = mapping.find(key);
    if (entry == null) {
      missing(key, mapping);
    } else if (entry.value() instanceof YamlMapping byId && isSized(byId.entries().size())) {
      byId.all().forEach(end -> ends.add(vertices.end(key, end, types)));
    } else {
      reject(key, "a mapping of 1 to " + MOST + " ids", entry.value());
    }
    return ends;
  }

  private List<Vertex> steps(YamlMapping mapping) {
    List<Vertex> steps = new ArrayList<>();
    YamlMapping.Entry entry = mapping.find("steps");
    if (entry == null) {
      return steps;
    }
    if (entry.value() instanceof YamlList list
        && (list.items().isEmpty() || isSized(list.items().size()))) {
      list.items().forEach(step -> steps.add(vertices.step(steps.size(), step)));
    } else {
      reject("steps", "a list of at most " + MOST, entry.value());
    }
    return steps;
  }

  private @Nullable Settings settings(YamlMapping mapping) {
    YamlMapping.Entry entry = mapping.find("settings");
    YamlValue value = entry == null ? new YamlMapping(Map.of(), mapping.at()) : entry.value();
    return binder.bind(Settings.class, "settings", value, Place.of("settings"), List.of());
  }

  private static boolean isSized(int size) {
    return size > 0 && size <= MOST;
  }

  private void missing(String key, YamlMapping mapping) {
    problems.error(mapping.at(), "", "Missing key '" + key + "'");
  }

  private void reject(String key, String rule, YamlValue value) {
    problems.error(
        value.at(), "", "Invalid " + key + ": must be " + rule + " but was " + value.shown());
  }
}
