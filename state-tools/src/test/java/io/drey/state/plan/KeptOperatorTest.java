// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.plan.OperatorShape.Knowledge;
import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.metadata.ByteRange;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.NoNamespace;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.junit.jupiter.api.Test;

class KeptOperatorTest {
  private static final String PLAN = "in a migration plan: operators: {own: {states: {kept: ";
  private static final ValueType LONG = SerializerSnapshots.of(LongSerializer.INSTANCE);
  private static final ValueType STRING = SerializerSnapshots.of(StringSerializer.INSTANCE);
  private static final ValueType BYTES =
      SerializerSnapshots.of(BytePrimitiveArraySerializer.INSTANCE);

  @Test
  void castsAFieldThatHasAnotherType() {
    assertThat(remedy(pojo("Account", LONG), pojo("Account", STRING)))
        .isEqualTo(PLAN + "{cast-field: {balance: String}}}}}");
  }

  @Test
  void losesTheFieldAloneThatCannotBeCast() {
    assertThat(remedy(pojo("Account", LONG), pojo("Account", BYTES)))
        .isEqualTo(PLAN + "{drop-field: [balance]}}}}, which loses balance");
  }

  @Test
  void renamesAClass() {
    assertThat(remedy(pojo("Account", LONG), pojo("Ledger", LONG)))
        .isEqualTo(PLAN + "{rename-class: {shop.Account: shop.Ledger}}}}}");
  }

  @Test
  void mendsTheFieldsOfARenamedClassToo() {
    assertThat(remedy(pojo("Account", LONG), pojo("Ledger", STRING)))
        .isEqualTo(
            PLAN + "{rename-class: {shop.Account: shop.Ledger}, cast-field: {balance: String}}}}}");
  }

  @Test
  void changesTheKindOfAState() {
    assertThat(remedy(state("value", LONG), state("list", LONG)))
        .isEqualTo(PLAN + "{kind: list, type: 'List<Long>', transform: \"[value]\"}}}}");
    assertThat(remedy(state("list", LONG), state("value", LONG)))
        .isEqualTo(PLAN + "{kind: value, type: 'Long', transform: \"EXPR\"}}}}");
  }

  @Test
  void saysWhatToDropLoses() {
    assertThat(remedy(LONG, pojo("Account", LONG)))
        .isEqualTo(PLAN + "drop}}}, which loses it (0 bytes)");
  }

  @Test
  void leavesToItsOwnCodeWhatADigestTellsApart() {
    PlanRow row = compared(state("value", opaque(1)), state("value", opaque(2)));

    assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(row.what())
        .isEqualTo("value: shop.OwnSnapshot has other settings: only its own code can tell");
    assertThat(row.remedy()).hasToString("make sure, then --accept-unknown own.kept");
    assertThat(compared(state("value", opaque(1)), state("value", opaque(1))).verdict())
        .isEqualTo(Verdict.KEPT);
  }

  @Test
  void takesAnUnknownStateAsKeptWhereItIsAccepted() {
    PlanRow row = compared(state("value", opaque(1)), state("value", opaque(2)));

    assertThat(row.accepted(List.of("own.kept")).outcome()).isEqualTo(Outcome.FINE);
    assertThat(row.accepted(List.of("own", "kept"))).isEqualTo(row);
  }

  @Test
  void leavesKeysToTheirOwnCodeToo() {
    PlanRow row = rows(operator(opaque(1), Map.of()), operator(opaque(2), Map.of())).get(0);

    assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(row.remedy()).hasToString("make sure, then --accept-unknown own");
    assertThat(row.accepted(List.of("own")).verdict()).isEqualTo(Verdict.KEPT);
  }

  private static String remedy(ValueType old, ValueType changed) {
    return remedy(state("value", old), state("value", changed));
  }

  private static String remedy(StateShape old, StateShape changed) {
    return compared(old, changed).remedy().toString();
  }

  private static PlanRow compared(StateShape old, StateShape changed) {
    return rows(operator(STRING, Map.of("kept", old)), operator(STRING, Map.of("kept", changed)))
        .get(1);
  }

  private static List<PlanRow> rows(OperatorShape old, OperatorShape changed) {
    return KeptOperator.rows(old, changed, Backend.STRICTEST, () -> empty(old.id()));
  }

  private static StateSizes empty(OperatorId id) {
    SnapshotFiles files = SnapshotFiles.at(Snapshots.CANONICAL_OF_HASHMAP.path().toString());
    return StateSizes.of(
        files, new OperatorSnapshot(id, 1, 128, null, new ByteRange(0, 0), false, List.of()));
  }

  private static OperatorShape operator(ValueType key, Map<String, StateShape> states) {
    return new OperatorShape(
        OperatorId.ofUid("own", "own"), 1, 128, key, null, states, null, Knowledge.SOME);
  }

  private static StateShape state(String kind, ValueType value) {
    return new StateShape("kept", kind, STRING, NoNamespace.VOID, null, value);
  }

  private static ValueType pojo(String name, ValueType balance) {
    return new PojoType(
        "shop." + name, List.of(Field.of("balance", balance)), List.of(), List.of());
  }

  private static ValueType opaque(long digest) {
    return new OpaqueType("shop.OwnSnapshot", 9, digest, List.of());
  }
}
