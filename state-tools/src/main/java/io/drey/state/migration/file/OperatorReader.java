// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import io.drey.state.migration.KeyedChange;
import io.drey.state.migration.KeyedChange.Collision;
import io.drey.state.migration.KeyedChange.TimerChange;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.Placed;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.RowVariable;
import io.drey.state.migration.StateChange;
import io.drey.state.transform.KeyTransform;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what becomes of an operator. */
final class OperatorReader {
  static final List<String> KEYS =
      List.of("rename-to", "states", "keys", "timers", "kafka", "max-parallelism");

  private static final Set<RowVariable> OF_KEYS = EnumSet.of(RowVariable.OPERATOR, RowVariable.KEY);

  private static final Set<RowVariable> OF_TIMERS =
      EnumSet.of(
          RowVariable.OPERATOR, RowVariable.KEY, RowVariable.NAMESPACE, RowVariable.TIMESTAMP);

  private OperatorReader() {}

  static OperatorChange read(Section operators, YamlMapping.Entry entry) {
    Placed<String> name = operators.key(entry);
    Section steps = steps(operators, entry, KEYS);
    if (steps == null) {
      return OperatorChange.dropped(name);
    }
    return new OperatorChange(
        name,
        false,
        steps.text("rename-to"),
        keyed(steps),
        states(steps),
        KafkaReader.read(steps),
        steps.integer("max-parallelism", 1, PlanReader.MOST_PARALLELISM));
  }

  /** The steps of an operator or a state; null if it is dropped, or they cannot be read. */
  static @Nullable Section steps(Section within, YamlMapping.Entry entry, List<String> known) {
    YamlValue value = entry.value();
    if (value instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
      String path = within.child(entry.key());
      return Section.ofKeys(mapping, path, within.problems(), known);
    }
    if (!isDrop(value)) {
      rejectWord(within, entry.key(), "drop or a mapping", value);
    }
    return null;
  }

  static boolean isDrop(YamlValue value) {
    return value instanceof YamlScalar scalar
        && (scalar.isUnresolved() || scalar.text().equals("drop"));
  }

  private static void rejectWord(Section section, String name, String rule, YamlValue value) {
    boolean isNear =
        value instanceof YamlScalar scalar && Unknown.isNear(scalar.text(), List.of("drop"));
    section.problem(
        value.at(),
        "Invalid %s: must be %s but was %s%s"
            .formatted(name, rule, value.shown(), isNear ? " (did you mean 'drop'?)" : ""));
  }

  private static KeyedChange keyed(Section steps) {
    Section keys = steps.keys("keys", List.of("keep-if", "transform", "on-collision"));
    TimerChange timers = timers(steps);
    if (keys == null) {
      return new KeyedChange(null, null, null, null, timers);
    }
    if (!keys.has("transform")) {
      keys.refuse("on-collision", "without transform: no two keys become one");
    }
    boolean isByClass = keys.find("transform") instanceof YamlMapping;
    return new KeyedChange(
        Expressions.of(keys, "keep-if", OF_KEYS),
        isByClass ? null : Expressions.of(keys, "transform", OF_KEYS),
        isByClass ? TransformClasses.of(keys, "transform", KeyTransform.class) : null,
        Words.of(keys, "on-collision", Collision.class),
        timers);
  }

  private static @Nullable TimerChange timers(Section steps) {
    YamlValue value = steps.find("timers");
    if (value == null) {
      return null;
    }
    Placed<String> place = steps.placed("timers", value);
    if (value instanceof YamlMapping mapping) {
      List<String> known = List.of("keep-if");
      Section timers = Section.ofKeys(mapping, steps.child("timers"), steps.problems(), known);
      if (!timers.has("keep-if")) {
        timers.missing("keep-if");
      }
      Placed<RowExpression> keepIf = Expressions.of(timers, "keep-if", OF_TIMERS);
      return keepIf == null ? null : new TimerChange(place, keepIf.value());
    }
    if (!isDrop(value)) {
      rejectWord(steps, "timers", "drop or {keep-if: EXPR}", value);
    }
    return new TimerChange(place, null);
  }

  private static List<StateChange> states(Section steps) {
    List<StateChange> states = new ArrayList<>();
    Section byName = steps.names("states");
    if (byName != null) {
      byName.mapping().all().stream()
          .map(entry -> StateReader.read(byName, entry))
          .forEach(states::add);
      new NewNames(byName).check(states, StateChange::state, StateChange::renameTo);
    }
    return List.copyOf(states);
  }
}
