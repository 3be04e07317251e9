// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.yaml.Problem;
import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.file.LoadedPlan;
import io.drey.state.migration.file.MigrationFile;
import io.drey.state.migration.kafka.KafkaState;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.ByteRange;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.NoNamespace;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.TimerType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
  private static final ByteRange NOWHERE = new ByteRange(0, 0);

  private static final PojoType ACCOUNT =
      new PojoType("user.Account", List.of(Field.of("balance", Scalar.LONG)), List.of(), List.of());

  private static final OperatorStates STATES =
      states(
          StringType.STRING,
          keyed("seen", KeyedStateType.VALUE, null, new TtlType(Scalar.LONG)),
          keyed("account", KeyedStateType.VALUE, null, ACCOUNT),
          keyed("counts", KeyedStateType.MAP, StringType.STRING, Scalar.LONG),
          keyed("sum", KeyedStateType.REDUCING, null, Scalar.LONG),
          keyed("custom", KeyedStateType.VALUE, null, new OpaqueType("user.Custom", 1)));

  private static final OperatorStates CUSTOM_KEYS =
      states(new OpaqueType("user.Key", 1), keyed("s", KeyedStateType.VALUE, null, Scalar.LONG));

  private static final Metadata SAVED =
      new Metadata(
          6,
          1,
          List.of(operator("dedup", 4), operator("other", 1), operator("custom", 1)),
          NOWHERE,
          List.of());

  @Test
  void findsWhatThePlanNames() {
    ResolvedPlan resolved =
        resolve(
            """
            version: 1
            operators:
              dedup:
                rename-to: first-request
                max-parallelism: 1000
                states:
                  account: {rename-field: {balance: total}}
                  seen: {keep-if: "ttl > '2026' && value > 1", rename-to: counts}
                  counts: drop
              other: {rename-to: 0123456789abcdef0123456789abcdef}
            """);

    ResolvedOperator dedup = resolved.operators().get(0);
    assertThat(resolved.problems()).isEmpty();
    assertThat(dedup.id()).isEqualTo(OperatorId.ofUid("first-request", "name of dedup"));
    assertThat(dedup.maxParallelism()).isEqualTo(1000);
    assertThat(Objects.requireNonNull(dedup.fields().get("account")).type().text())
        .isEqualTo("Account{total: Long}");
    assertThat(resolved.operators().get(1).id())
        .isEqualTo(new OperatorId("0123456789abcdef0123456789abcdef", null, "name of other"));
    assertThat(resolved.operators().get(2).isUntouched()).isTrue();
    assertThat(resolved.operators().get(2).maxParallelism()).isEqualTo(128);
  }

  @Test
  void findsOperatorsByHashAndName() {
    String hash = OperatorId.ofUid("dedup", "").hash();

    assertThat(problems("operators: {" + hash + ": drop, name of other: drop}")).isEmpty();
    assertThat(problems("operators: {" + hash + ": drop, dedup: drop}"))
        .containsExactly(
            "plan.yaml:2:53: operators: Cannot change operator 'dedup' twice: it is '"
                + hash
                + "'");
  }

  @Test
  void reportsAllThatTheSavepointDoesNotHave() {
    assertThat(
            problems(
                """
                operators:
                  dedupe: drop
                  order: drop
                  other: {keys: {keep-if: "key != 1"}, timers: drop}
                  dedup:
                    states:
                      sen: drop
                      timers: drop
                      account: {drop-field: balanc}
                """))
        .containsExactly(
            "plan.yaml:3:3: operators: Unknown operator 'dedupe' (did you mean 'dedup'? known:"
                + " custom, dedup, other)",
            "plan.yaml:4:3: operators: Unknown operator: 'order' (known: custom, dedup, other)",
            "plan.yaml:5:27: operators.other.keys: Cannot change keys of 'other': it has no keyed"
                + " state",
            "plan.yaml:5:48: operators.other: Cannot change timers of 'other': it has none",
            "plan.yaml:8:7: operators.dedup.states: Unknown state 'sen' (did you mean 'seen'?"
                + " known: account, counts, custom, seen, sum)",
            "plan.yaml:9:7: operators.dedup.states: Cannot change state 'timers': it has timers,"
                + " which 'timers' changes",
            "plan.yaml:10:29: operators.dedup.states.account: Unknown field 'balanc' (did you mean"
                + " 'balance'? known: balance)");
  }

  @Test
  void reportsStepsThatAStateDoesNotAllow() {
    assertThat(
            problems(
                """
                operators:
                  dedup:
                    states:
                      seen: {transform: "[value]", kind: list}
                      account: {keep-if: map_key > 1 && ttl > 1, ttl: disable}
                      counts: {transform: "[map_key]", kind: list, ttl-from: newest}
                      sum: {transform: "[value]", kind: list}
                      custom: {transform: value}
                  other:
                    states:
                      list: {ttl: {enable: now}, keep-if: "key == 'a'"}
                """))
        .containsExactly(
            "plan.yaml:5:42: operators.dedup.states.seen: Missing key 'ttl-from': the values of"
                + " state 'seen' have times of last access",
            "plan.yaml:6:26: operators.dedup.states.account: Unknown variable: 'map_key' (known of"
                + " value state 'account': operator, state, key, value)",
            "plan.yaml:6:26: operators.dedup.states.account: Unknown variable: 'ttl' (known of"
                + " value state 'account': operator, state, key, value)",
            "plan.yaml:6:55: operators.dedup.states.account: Cannot disable TTL of state"
                + " 'account': it has none",
            "plan.yaml:7:27: operators.dedup.states.counts: Unknown variable: 'map_key' (known of"
                + " map state 'counts': operator, state, key, value)",
            "plan.yaml:7:46: operators.dedup.states.counts: Missing key 'type': with kind it is"
                + " List<…>",
            "plan.yaml:7:62: operators.dedup.states.counts: Cannot take ttl-from: state 'counts'"
                + " has no TTL",
            "plan.yaml:8:41: operators.dedup.states.sum: Cannot change the kind of reducing state"
                + " 'sum': only value, list and map state can be",
            "plan.yaml:9:27: operators.dedup.states.custom: Cannot read the values of state"
                + " 'custom': only the job's classes can decode user.Custom (--jar)",
            "plan.yaml:12:19: operators.other.states.list: Cannot change TTL of state 'list': only"
                + " keyed state has one",
            "plan.yaml:12:43: operators.other.states.list: Unknown variable: 'key' (known of"
                + " operator state 'list': operator, state, value)");
  }

  @Test
  void reportsNamesThatAreTaken() {
    assertThat(
            problems(
                """
                operators:
                  dedup:
                    rename-to: other
                    states: {seen: {rename-to: account}, counts: {rename-to: seen}}
                """))
        .containsExactly(
            "plan.yaml:4:16: operators.dedup: Invalid rename-to: the savepoint has an operator"
                + " 'other', which stays",
            "plan.yaml:5:32: operators.dedup.states.seen: Invalid rename-to: 'dedup' has a state"
                + " 'account', which stays");
    assertThat(problems("operators: {dedup: {rename-to: other}, other: {rename-to: dedup}}"))
        .isEmpty();
    assertThat(problems("operators: {dedup: {rename-to: other}, other: drop}")).isEmpty();
  }

  @Test
  void reportsKeysThatCannotBeGroupedAnew() {
    assertThat(problems("max-parallelism: 2"))
        .containsExactly(
            "plan.yaml:2:18: Invalid max-parallelism: must be at least 4, the parallelism of"
                + " 'dedup', but was 2",
            "plan.yaml:2:18: Cannot group the keys of 'custom' anew: only the job's classes know"
                + " the hash of user.Key (--jar)");
    assertThat(problems("operators: {custom: {keys: {transform: key}}}"))
        .containsExactly(
            "plan.yaml:2:40: operators.custom.keys: Cannot read the keys of 'custom': only the"
                + " job's classes can decode user.Key (--jar)",
            "plan.yaml:2:40: operators.custom.keys: Cannot group the keys of 'custom' anew: only"
                + " the job's classes know the hash of user.Key (--jar)");
    assertThat(problems("max-parallelism: 128")).isEmpty();
    assertThat(problems("operators: {custom: drop}\nmax-parallelism: 256")).isEmpty();
  }

  private static List<String> problems(String plan) {
    return resolve("version: 1\n" + plan).problems().stream().map(Problem::toString).toList();
  }

  private static ResolvedPlan resolve(String text) {
    LoadedPlan loaded = MigrationFile.parse("plan.yaml", text);
    MigrationPlan plan = Objects.requireNonNull(loaded.plan(), loaded.problems()::toString);
    return PlanCheck.resolve(
        "plan.yaml", plan, SAVED, PlanCheckTest::states, operator -> KafkaState.none());
  }

  private static OperatorStates states(OperatorSnapshot operator) {
    return switch (operator.id().toString()) {
      case "dedup" -> STATES;
      case "custom" -> CUSTOM_KEYS;
      default ->
          new OperatorStates(
              null,
              null,
              Map.of(),
              Map.of(
                  "list",
                  new OperatorState(
                      "list", Mode.SPLIT_DISTRIBUTE, null, StringType.STRING, "serializer")));
    };
  }

  private static OperatorStates states(ValueType key, KeyedState... states) {
    Map<String, KeyedState> byName = new LinkedHashMap<>();
    Stream.of(states).forEach(state -> byName.put(state.name(), state));
    if (key.equals(StringType.STRING)) {
      ValueType timer = TimerType.raw(key, NoNamespace.VOID);
      byName.put("timers", keyed("timers", KeyedStateType.TIMERS, null, timer));
    }
    return new OperatorStates(key, null, byName, Map.of());
  }

  private static KeyedState keyed(
      String name, KeyedStateType kind, @Nullable ValueType mapKey, ValueType value) {
    return new KeyedState(
        name, kind, StringType.STRING, NoNamespace.VOID, mapKey, value, "serializer");
  }

  private static OperatorSnapshot operator(String uid, int parallelism) {
    OperatorId id = OperatorId.ofUid(uid, "name of " + uid);
    return new OperatorSnapshot(id, parallelism, 128, null, NOWHERE, false, List.of());
  }
}
