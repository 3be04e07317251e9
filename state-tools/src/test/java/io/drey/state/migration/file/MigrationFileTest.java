// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.yaml.Problem;
import io.drey.state.migration.FieldStep.AddField;
import io.drey.state.migration.FieldStep.CastField;
import io.drey.state.migration.FieldStep.RenameClass;
import io.drey.state.migration.FieldStep.RenameField;
import io.drey.state.migration.FieldSteps;
import io.drey.state.migration.KafkaChange;
import io.drey.state.migration.KeyedChange;
import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.Placed;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.Transform;
import io.drey.state.migration.TtlChange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MigrationFileTest {
  @Test
  void readsThePlanOfTheContract() {
    MigrationPlan plan =
        plan(
            """
            version: 1
            operators:
              dedup:
                rename-to: first-request          # uid
                states:
                  seen: {rename-to: seen-at, transform: "value + 0"}
                  debug: drop
                keys: {keep-if: "key != 'test'", transform: "lower(key)", on-collision: last}
                timers: {keep-if: timestamp > 0}
              old-step: drop
            max-parallelism: 4096
            """);

    OperatorChange dedup = plan.operators().get(0);
    KeyedChange keyed = dedup.keyed();
    StateChange seen = dedup.states().get(0);
    Transform values = (Transform) Objects.requireNonNull(seen.values());
    assertThat(value(plan.maxParallelism())).isEqualTo(4096);
    assertThat(dedup.operator()).hasToString("dedup");
    assertThat(dedup.isDropped()).isFalse();
    assertThat(value(dedup.renameTo())).isEqualTo("first-request");
    assertThat(value(keyed.keepIf())).hasToString("key != 'test'");
    assertThat(value(keyed.transform())).hasToString("lower(key)");
    assertThat(keyed.onCollision()).isEqualTo(KeyedChange.Collision.LAST);
    assertThat(Objects.requireNonNull(keyed.timers()).keepIf()).hasToString("timestamp > 0");
    assertThat(seen.state()).hasToString("seen");
    assertThat(value(seen.renameTo())).isEqualTo("seen-at");
    assertThat(values.expression()).hasToString("value + 0");
    assertThat(values.type()).isNull();
    assertThat(dedup.states().get(1).isDropped()).isTrue();
    assertThat(plan.operators().get(1).isDropped()).isTrue();
  }

  @Test
  void readsFieldSteps() {
    StateChange state =
        state(
            "{rename-field: {old: new}, drop-field: [a, b.c], cast-field: {d: Long},"
                + " add-field: [{name: e.f, type: Double, default: 1}],"
                + " rename-class: {user.A$B: other.C}}");

    FieldSteps steps = (FieldSteps) Objects.requireNonNull(state.values());
    assertThat(steps.steps())
        .extracting(step -> step.getClass().getSimpleName() + " " + step.place())
        .containsExactlyInAnyOrder(
            "RenameField old",
            "DropField a",
            "DropField b.c",
            "CastField d",
            "AddField e.f",
            "RenameClass user.A$B");
    assertThat(only(steps, RenameField.class).to()).isEqualTo("new");
    assertThat(only(steps, RenameClass.class).to()).isEqualTo("other.C");
    assertThat(only(steps, CastField.class).type().text()).isEqualTo("Long");
    assertThat(only(steps, AddField.class).value()).isEqualTo(1.0);
  }

  @Test
  void readsKindsAndTtl() {
    StateChange map =
        state(
            "{kind: map, type: 'Map<String, Long>', transform: \"{'n': size(value)}\","
                + " ttl-from: 2026-01-31T12:00:00Z}");
    Transform transform = (Transform) Objects.requireNonNull(map.values());

    assertThat(value(transform.kind())).isEqualTo(Transform.Kind.MAP);
    assertThat(value(transform.type()).text()).isEqualTo("Map<String, Long>");
    assertThat(value(transform.ttlFrom()))
        .isEqualTo(new Transform.At(Instant.parse("2026-01-31T12:00:00Z")));
    assertThat(value(state("{ttl: disable}").ttl())).isEqualTo(TtlChange.DISABLE);
    assertThat(value(state("{ttl: {enable: now}}").ttl())).isEqualTo(TtlChange.ENABLE_NOW);
    assertThat(value(state("{ttl: {enable: 2026-01-31T12:00:00Z}}").ttl()))
        .isEqualTo(new TtlChange(true, Instant.parse("2026-01-31T12:00:00Z")));
  }

  @Test
  void readsOffsets() {
    MigrationPlan plan =
        plan(
            "version: 1\noperators: {orders: {kafka: {offsets: {orders: {1: 40, 2: earliest}},"
                + " rename-topic: {orders: orders-v2}, drop: [payments]}}}\n");

    KafkaChange kafka = Objects.requireNonNull(plan.operators().get(0).kafka());
    assertThat(kafka.offsets().get(0).topic()).hasToString("orders");
    assertThat(kafka.offsets().get(0).next()).isEqualTo(Map.of(1, 40L, 2, -2L));
    assertThat(kafka.renameTopic().get(0).topic()).hasToString("orders");
    assertThat(kafka.renameTopic().get(0).to()).isEqualTo("orders-v2");
    assertThat(kafka.drop()).hasToString("[payments]");
  }

  @Test
  void reportsAllProblemsOfAPlanAtOnce() {
    assertThat(
            problems(
                """
                versoin: 1
                operators:
                  dedup:
                    renam-to: other
                    states:
                      seen: dorp
                      debug: {transform: "valu + 0"}
                    keys: {on-collision: firs, keep-if: "key =="}
                    timers: {keepif: key}
                  gone: {}
                max-parallelism: 32769
                """))
        .containsExactly(
            "plan.yaml:1:1: Unknown key 'versoin' (did you mean 'version'? known: version,"
                + " operators, max-parallelism)",
            "plan.yaml:1:1: Missing key 'version'",
            "plan.yaml:4:5: operators.dedup: Unknown key 'renam-to' (did you mean 'rename-to'?"
                + " known: rename-to, states, keys, timers, kafka, max-parallelism)",
            "plan.yaml:6:13: operators.dedup.states: Invalid seen: must be drop or a mapping but"
                + " was 'dorp' (did you mean 'drop'?)",
            "plan.yaml:7:27: operators.dedup.states.debug: Unknown variable: 'valu' (did you mean"
                + " value? known: key, map_key, namespace, operator, state, ttl, value)",
            "plan.yaml:8:12: operators.dedup.keys: Cannot take on-collision without transform: no"
                + " two keys become one",
            "plan.yaml:8:26: operators.dedup.keys: Unknown on-collision 'firs' (did you mean"
                + " 'first'? known: first, last)",
            "plan.yaml:8:46: operators.dedup.keys: Cannot parse expression: unexpected end after"
                + " '=='",
            "plan.yaml:9:13: operators.dedup.timers: Missing key 'keep-if'",
            "plan.yaml:9:14: operators.dedup.timers: Unknown key 'keepif' (did you mean 'keep-if'?"
                + " known: keep-if)",
            "plan.yaml:10:9: operators: Invalid gone: must be drop or a mapping but was {}",
            "plan.yaml:11:18: Invalid max-parallelism: must be a whole number from 1 to 32768 but"
                + " was '32769'");
  }

  @Test
  void reportsStepsThatContradictEachOther() {
    assertThat(
            problems(
                """
                version: 1
                operators:
                  a: {rename-to: c}
                  b: {rename-to: c}
                  d:
                    rename-to: d
                    states:
                      both: {transform: value, drop-field: [a]}
                      typed: {type: Long}
                      times: {transform: value, ttl-from: newest}
                      twice: {transform: "[value]", kind: list, ttl-from: oldest, ttl: disable}
                      dropped:
                        drop-field: [a, b, b]
                        cast-field: {a: Long, c: Int}
                        rename-field: {a.x: y, c.z: w}
                      added:
                        add-field:
                          - {name: x, type: Long, default: 1}
                          - {name: x, type: Long, default: 2}
                    kafka: {drop: [t], rename-topic: {t: u}, offsets: {t: {0: 1}}}
                """))
        .containsExactly(
            "plan.yaml:4:18: operators.b: Invalid rename-to: 'a' is renamed to 'c', too",
            "plan.yaml:6:16: operators.d: Invalid rename-to: 'd' is the name already",
            "plan.yaml:8:32: operators.d.states.both: Cannot take drop-field and transform: that"
                + " gives the whole value",
            "plan.yaml:9:15: operators.d.states.typed: Cannot take type without transform: it is"
                + " the type of what that gives",
            "plan.yaml:10:33: operators.d.states.times: Cannot take ttl-from without kind: entries"
                + " keep their time",
            "plan.yaml:11:49: operators.d.states.twice: Cannot take ttl-from and ttl: that says"
                + " what becomes of the time",
            "plan.yaml:13:28: operators.d.states.dropped: Cannot change field 'b': it is"
                + " dropped",
            "plan.yaml:14:22: operators.d.states.dropped.cast-field: Cannot change field 'a':"
                + " it is dropped",
            "plan.yaml:15:24: operators.d.states.dropped.rename-field: Cannot change field 'a.x':"
                + " field 'a' gets another type",
            "plan.yaml:15:24: operators.d.states.dropped.rename-field: Cannot change field 'a.x':"
                + " field 'a' is dropped",
            "plan.yaml:15:32: operators.d.states.dropped.rename-field: Cannot change field 'c.z':"
                + " field 'c' gets another type",
            "plan.yaml:19:20: operators.d.states.added.add-field: Cannot change field 'x': it is"
                + " added twice",
            "plan.yaml:20:39: operators.d.kafka.rename-topic: Cannot change topic 't': it is"
                + " dropped",
            "plan.yaml:20:56: operators.d.kafka.offsets: Cannot change topic 't': it is dropped");
  }

  @Test
  void reportsValuesThatDoNotFit() {
    assertThat(
            problems(
                """
                version: 2
                operators:
                  a:
                    max-parallelism: 0
                    timers: drpo
                    states:
                      types: {transform: value, type: Strng}
                      kinds: {transform: value, kind: mapp}
                      map: {transform: value, kind: map}
                      list: {transform: value, kind: list, type: Long}
                      ttl: {ttl: enable}
                      instant: {ttl: {enable: yesterday}}
                      fields:
                        add-field:
                          - {name: x, type: Int, default: 1.5}
                          - {name: 1x, type: Int}
                        cast-field: {a..b: Long}
                        rename-field: {a: b.c}
                        drop-field: []
                    kafka: {offsets: {t: {a: 1, 1: soon}}, drop: t}
                  b: drop
                  b: drop
                """))
        .containsExactly(
            "plan.yaml:1:10: Unsupported version: '2' (known: 1)",
            "plan.yaml:4:22: operators.a: Invalid max-parallelism: must be a whole number from 1"
                + " to 32768 but was '0'",
            "plan.yaml:5:13: operators.a: Invalid timers: must be drop or {keep-if: EXPR} but was"
                + " 'drpo' (did you mean 'drop'?)",
            "plan.yaml:7:39: operators.a.states.types: Unknown type 'Strng' (did you mean 'String'?"
                + " known: Boolean, Byte, Short, Int, Long, Float, Double, Char, String,"
                + " BigInteger, BigDecimal, Byte[], Date, SqlDate, SqlTime, SqlTimestamp, Instant,"
                + " LocalDate, LocalTime, LocalDateTime, List<…>, Set<…>, Map<…, …>)",
            "plan.yaml:8:39: operators.a.states.kinds: Unknown kind 'mapp' (did you mean 'map'?"
                + " known: value, list, map)",
            "plan.yaml:9:37: operators.a.states.map: Missing key 'type': with kind it is Map<…,"
                + " …>",
            "plan.yaml:10:50: operators.a.states.list: Invalid type: must be List<…> with this"
                + " kind but was Long",
            "plan.yaml:11:18: operators.a.states.ttl: Invalid ttl: must be disable, {enable: now}"
                + " or {enable: INSTANT} but was 'enable'",
            "plan.yaml:12:31: operators.a.states.instant.ttl: Invalid enable: must be now or an"
                + " instant like 2026-01-31T12:00:00Z but was 'yesterday'",
            "plan.yaml:15:43: operators.a.states.fields.add-field: Invalid default: must be a"
                + " whole number from -2147483648 to 2147483647 but was 1.5",
            "plan.yaml:16:13: operators.a.states.fields.add-field: Missing key 'default'",
            "plan.yaml:16:20: operators.a.states.fields.add-field: Invalid field: must be like a"
                + " or a.b.c but was '1x'",
            "plan.yaml:17:22: operators.a.states.fields.cast-field: Invalid field: must be like a"
                + " or a.b.c but was 'a..b'",
            "plan.yaml:18:27: operators.a.states.fields.rename-field: Invalid a: must be renamed"
                + " to a name that is new but was 'b.c'",
            "plan.yaml:19:21: operators.a.states.fields: Invalid drop-field: must be fields like"
                + " [a, b.c] but was []",
            "plan.yaml:20:27: operators.a.kafka.offsets.t: Invalid partition: must be a number"
                + " but was 'a'",
            "plan.yaml:20:36: operators.a.kafka.offsets.t: Invalid offset: must be the next"
                + " offset, or one of committed, earliest, latest, but was 'soon'",
            "plan.yaml:20:50: operators.a.kafka: Invalid drop: must be a list of topics but was"
                + " 't'",
            "plan.yaml:22:3: operators: Duplicate key 'b' (first in line 21)");
  }

  @Test
  void reportsNamesThatNoTopicHas() {
    assertThat(
            problems(
                "version: 1\n"
                    + "operators: {a: {kafka: {offsets: {'a b': {0: 1}}, rename-topic: {t: 'x y'}}}}"))
        .containsExactly(
            "plan.yaml:2:35: operators.a.kafka.offsets: Invalid topic: must be 1 to 249 letters of"
                + " a to z, digits, '.', '_' and '-' but was 'a b'",
            "plan.yaml:2:69: operators.a.kafka.rename-topic: Invalid t: must be the name of another"
                + " topic but was 'x y'");
  }

  @Test
  void reportsFilesThatAreNoPlans() {
    assertThat(problems("version: 1"))
        .containsExactly(
            "plan.yaml:1:1: Missing key 'operators' or 'max-parallelism': nothing changes");
    assertThat(problems("- a"))
        .containsExactly("plan.yaml:1:1: Invalid plan: must be a mapping but was a list");
    assertThat(shown(MigrationFile.load(Path.of("gone.yaml"))))
        .containsExactly("gone.yaml:1:1: Cannot read file: no such file");
  }

  private static <T> T only(FieldSteps steps, Class<T> type) {
    return steps.steps().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private static StateChange state(String change) {
    MigrationPlan plan = plan("version: 1\noperators: {a: {states: {b: " + change + "}}}\n");
    return plan.operators().get(0).states().get(0);
  }

  private static MigrationPlan plan(String text) {
    LoadedPlan loaded = MigrationFile.parse("plan.yaml", text);
    return Objects.requireNonNull(loaded.plan(), loaded.problems()::toString);
  }

  private static List<String> problems(String text) {
    LoadedPlan loaded = MigrationFile.parse("plan.yaml", text);
    assertThat(loaded.plan()).isNull();
    return shown(loaded);
  }

  private static List<String> shown(LoadedPlan loaded) {
    return loaded.problems().stream().map(Problem::toString).toList();
  }

  private static <T> T value(@Nullable Placed<T> placed) {
    return Objects.requireNonNull(placed).value();
  }
}
