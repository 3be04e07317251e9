// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import io.drey.state.migration.FieldSteps;
import io.drey.state.migration.Placed;
import io.drey.state.migration.RowVariable;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.TtlChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what becomes of a state. */
final class StateReader {
  static final Set<RowVariable> OF_STATES = EnumSet.complementOf(EnumSet.of(RowVariable.TIMESTAMP));

  static final List<String> KEYS = keys();

  private StateReader() {}

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(List.of("rename-to", "keep-if", "ttl"));
    keys.addAll(TransformReader.KEYS);
    keys.addAll(FieldStepReader.KEYS);
    return List.copyOf(keys);
  }

  static StateChange read(Section states, YamlMapping.Entry entry) {
    Placed<String> name = states.key(entry);
    Section steps = OperatorReader.steps(states, entry, KEYS);
    if (steps == null) {
      return StateChange.dropped(name);
    }
    FieldStepReader.KEYS.stream()
        .filter(key -> steps.has("transform"))
        .forEach(key -> steps.refuse(key, "and transform: that gives the whole value"));
    return new StateChange(
        name,
        false,
        steps.text("rename-to"),
        Expressions.of(steps, "keep-if", OF_STATES),
        steps.has("transform") ? TransformReader.read(steps) : fieldSteps(steps),
        ttl(steps));
  }

  private static @Nullable FieldSteps fieldSteps(Section steps) {
    TransformReader.refuseWithout(steps);
    return FieldStepReader.read(steps);
  }

  private static @Nullable Placed<TtlChange> ttl(Section steps) {
    YamlValue value = steps.find("ttl");
    if (value == null) {
      return null;
    }
    TtlChange change = ttl(value);
    if (change != null) {
      return steps.placed(change, value);
    }
    if (value instanceof YamlMapping) {
      Section ttl = steps.keys("ttl", List.of("enable"));
      YamlValue enable = ttl == null ? null : ttl.find("enable");
      if (ttl != null && enable == null) {
        ttl.missing("enable");
      } else if (ttl != null && enable != null) {
        ttl.reject("enable", "now or " + Instants.RULE, enable);
      }
    } else {
      steps.reject("ttl", "disable, {enable: now} or {enable: INSTANT}", value);
    }
    return null;
  }

  private static @Nullable TtlChange ttl(YamlValue value) {
    if (isWord(value, "disable")) {
      return TtlChange.DISABLE;
    }
    if (!(value instanceof YamlMapping mapping) || mapping.entries().size() != 1) {
      return null;
    }
    YamlMapping.Entry enable = mapping.find("enable");
    if (enable != null && isWord(enable.value(), "now")) {
      return TtlChange.ENABLE_NOW;
    }
    Instant instant = enable == null ? null : Instants.of(enable.value());
    return instant == null ? null : new TtlChange(true, instant);
  }

  static boolean isWord(YamlValue value, String word) {
    return value instanceof YamlScalar scalar && scalar.text().equals(word);
  }
}
