// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.option.Binder;
import io.drey.jobs.option.Place;
import io.drey.jobs.source.Source;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one source, step or sink. */
final class VertexReader {
  private final Binder binder;
  private final Problems problems;

  VertexReader(Binder binder, Problems problems) {
    this.binder = binder;
    this.problems = problems;
  }

  /** Reads an entry of {@code sources} or {@code sinks}. */
  Vertex end(String section, YamlMapping.Entry entry, Map<String, Class<? extends Record>> types) {
    Vertex.Role role = section.equals("sources") ? Vertex.Role.SOURCE : Vertex.Role.SINK;
    String path = section + "." + entry.key();
    YamlValue value = entry.value();
    if (!(value instanceof YamlMapping mapping)) {
      reject(entry.key(), "a mapping", value, path);
      Place place = Place.of(path);
      return new Vertex(role, entry.key(), "", entry.at(), entry.at(), place, null, null, value);
    }
    String type = type(mapping, types.keySet(), path);
    Place place = type == null ? Place.of(path) : new Place(path, path + " (" + type + ")");
    boolean isSink = role == Vertex.Role.SINK;
    List<String> outerKeys = isSink ? List.of("type", "from") : List.of("type");
    Class<? extends Record> options = type == null ? null : types.get(type);
    Record definition =
        options == null ? null : binder.bind(options, entry.key(), mapping, place, outerKeys);
    if (!isSink) {
      checkTimeField(definition, mapping, path);
    }
    return new Vertex(
        role,
        entry.key(),
        type == null ? "" : type,
        entry.at(),
        entry.at(),
        place,
        definition,
        isSink ? from(mapping, place) : null,
        mapping);
  }

  /** Reads an entry of {@code steps}. */
  Vertex step(int index, YamlValue value) {
    String path = "steps[" + index + "]";
    if (!(value instanceof YamlMapping mapping)) {
      reject("step", "a mapping", value, path);
      Place place = Place.of(path);
      return new Vertex(
          Vertex.Role.STEP, path, "", value.at(), value.at(), place, null, null, value);
    }
    YamlMapping.Entry operator = new OperatorKey(problems).find(mapping, path);
    String name = operator == null ? "" : operator.key();
    Place place =
        operator == null ? Place.of(path) : new Place(path + "." + name, path + " (" + name + ")");
    Class<? extends Record> options = StepKinds.all().get(name);
    Record definition =
        operator == null || options == null
            ? null
            : binder.bind(options, name, operator.value(), place, List.of());
    return new Vertex(
        Vertex.Role.STEP,
        stepId(mapping, path, place),
        name,
        operator == null ? mapping.at() : operator.at(),
        mapping.positionOf("id"),
        place,
        definition,
        from(mapping, place),
        operator == null ? mapping : operator.value());
  }

  private String stepId(YamlMapping mapping, String path, Place place) {
    YamlMapping.Entry id = mapping.find("id");
    if (id == null) {
      problems.error(mapping.at(), place.label(), "Missing key 'id'");
    } else if (id.value() instanceof YamlScalar scalar && !scalar.isNull()) {
      return scalar.isUnresolved() ? path : scalar.text();
    } else {
      reject("id", "text", id.value(), place.label());
    }
    return path;
  }

  private @Nullable String type(YamlMapping mapping, Set<String> known, String path) {
    YamlMapping.Entry entry = mapping.find("type");
    if (entry == null) {
      problems.error(mapping.at(), path, "Missing key 'type'");
    } else if (!(entry.value() instanceof YamlScalar scalar) || scalar.isNull()) {
      reject("type", "one of " + String.join(", ", known), entry.value(), path);
    } else if (known.contains(scalar.text())) {
      return scalar.text();
    } else if (!scalar.isUnresolved()) {
      problems.error(scalar.at(), path, Unknown.message("type", scalar.text(), known));
    }
    return null;
  }

  /** Only the word {@code processing} may replace a field. */
  private void checkTimeField(@Nullable Record definition, YamlMapping mapping, String path) {
    YamlMapping.Entry entry = mapping.find("time");
    if (definition instanceof Source source
        && entry != null
        && entry.value() instanceof YamlMapping time) {
      TimeOptions options = source.time();
      if (options != null && options.isProcessing()) {
        problems.error(time.at(), path + ".time", "Missing key 'field'");
      }
    }
  }

  private @Nullable List<Vertex.Reference> from(YamlMapping mapping, Place place) {
    YamlMapping.Entry entry = mapping.find("from");
    if (entry == null) {
      return null;
    }
    List<YamlValue> values =
        entry.value() instanceof YamlList list ? list.items() : List.of(entry.value());
    if (values.isEmpty() || values.size() > PipelineReader.MOST) {
      String rule = "an output or a list of 1 to " + PipelineReader.MOST + " outputs";
      reject("from", rule, entry.value(), place.label());
      return List.of();
    }
    List<Vertex.Reference> from = new ArrayList<>();
    values.forEach(value -> addReference(value, from, place));
    return from;
  }

  private void addReference(YamlValue value, List<Vertex.Reference> from, Place place) {
    if (!(value instanceof YamlScalar scalar) || scalar.isNull()) {
      reject("from", "an output or a list of outputs", value, place.label());
      return;
    }
    Output output = Output.parse(scalar.text());
    Position at = scalar.at();
    if (from.stream().anyMatch(other -> other.output().equals(output))) {
      reject("from", "different outputs", value, place.label());
    } else if (!scalar.isUnresolved()) {
      from.add(new Vertex.Reference(output, at));
    }
  }

  private void reject(String key, String rule, YamlValue value, String label) {
    problems.error(
        value.at(), label, "Invalid " + key + ": must be " + rule + " but was " + value.shown());
  }
}
