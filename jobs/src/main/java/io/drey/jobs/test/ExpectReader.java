// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlJson;
import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a test expects: by output the records, and by step its state. */
final class ExpectReader {
  static final String STATE = "state";
  private static final String EXACTLY = "exactly";
  private static final String KEYS = "keys";
  private static final String RULE = "a list of records, {exactly: […]}, or the number of records,";

  private final Pipeline pipeline;
  private final TestPlace place;

  /** By the notation of pipeline files. */
  private final Map<String, Output> outputs = new LinkedHashMap<>();

  private final List<Expected> expected = new ArrayList<>();
  private final List<ExpectedKeys> keys = new ArrayList<>();

  ExpectReader(Pipeline pipeline, Wiring wiring, TestPlace place) {
    this.pipeline = pipeline;
    this.place = place;
    wiring.outputs().values().forEach(all -> all.forEach(out -> outputs.put(out.toString(), out)));
    pipeline.sinks().keySet().forEach(sink -> outputs.put(sink, Output.main(sink)));
  }

  List<Expected> expected() {
    return expected;
  }

  List<ExpectedKeys> keys() {
    return keys;
  }

  void read(YamlValue value) {
    if (!(value instanceof YamlMapping mapping) || mapping.all().isEmpty()) {
      place.reject("expect", "a mapping of outputs to records", value);
      return;
    }
    for (YamlMapping.Entry entry : mapping.all()) {
      Output output = outputs.get(entry.key());
      if (output != null) {
        readOutput(output, entry.value());
      } else if (entry.key().equals(STATE)) {
        readState(entry.value());
      } else {
        place.error(entry.at(), Unknown.message("output", entry.key(), outputs.keySet()));
      }
    }
  }

  private void readOutput(Output output, YamlValue value) {
    if (value instanceof YamlList list) {
      expected.add(new Expected(output, value.at(), false, null, records(list)));
    } else if (value instanceof YamlMapping mapping
        && mapping.keys().equals(Set.of(EXACTLY))
        && mapping.all().iterator().next().value() instanceof YamlList list) {
      expected.add(new Expected(output, list.at(), true, null, records(list)));
    } else {
      Long count = count(output.toString(), RULE, value);
      if (count != null) {
        expected.add(new Expected(output, value.at(), false, count, List.of()));
      }
    }
  }

  private List<Expected.Item> records(YamlList list) {
    List<Expected.Item> records = new ArrayList<>();
    for (YamlValue item : list.items()) {
      if (item instanceof YamlMapping record) {
        records.add(new Expected.Item(YamlJson.of(record), item.at()));
      } else {
        place.reject("record", "a mapping of fields", item);
      }
    }
    return records;
  }

  private @Nullable Long count(String name, String rule, YamlValue value) {
    if (value instanceof YamlScalar scalar && scalar.text().matches("\\d{1,18}")) {
      return Long.valueOf(scalar.text());
    }
    place.reject(name, rule, value);
    return null;
  }

  private void readState(YamlValue value) {
    if (!(value instanceof YamlMapping mapping)) {
      place.reject(STATE, "a mapping of steps, like {pair: {keys: 0}},", value);
      return;
    }
    List<String> known =
        pipeline.steps().stream().filter(this::hasKeyedState).map(StepEntry::id).toList();
    for (YamlMapping.Entry entry : mapping.all()) {
      if (!known.contains(entry.key())) {
        place.error(entry.at(), Unknown.message("step with state", entry.key(), known));
      } else if (entry.value() instanceof YamlMapping state) {
        place.checkKeys(state, List.of(KEYS));
        readKeys(entry.key(), state);
      } else {
        place.reject(entry.key(), "a mapping like {keys: 0}", entry.value());
      }
    }
  }

  private void readKeys(String step, YamlMapping state) {
    YamlMapping.Entry entry = state.find(KEYS);
    Long count = entry == null ? null : count(KEYS, "a number", entry.value());
    if (entry != null && count != null) {
      keys.add(new ExpectedKeys(step, entry.value().at(), count));
    }
  }

  private boolean hasKeyedState(StepEntry step) {
    return step.step().state(step.id(), JobGraph.timeOf(pipeline)).stream()
        .anyMatch(StateContract::isKeyed);
  }
}
