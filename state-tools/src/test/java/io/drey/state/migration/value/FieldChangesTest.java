// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.json.JsonTree;
import io.drey.state.migration.FieldSteps;
import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.file.LoadedPlan;
import io.drey.state.migration.file.MigrationFile;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RowType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldChangesTest {
  private static final EnumType KIND = new EnumType("user.Kind", List.of("BASIC", "GOLD"));
  private static final PojoType ADDRESS =
      pojo("user.Address", field("city", StringType.STRING), field("zip", Scalar.INT));

  private static final PojoType ACCOUNT =
      pojo(
          "user.Account",
          field("address", ADDRESS),
          field("balance", Scalar.LONG),
          field("kind", KIND),
          field(
              "tags",
              new NullableType(SequenceType.list(new NullableType(StringType.STRING, 0)), 0)));

  private static final String JSON =
      "{'address':{'city':'Rome','zip':7},'balance':5,'kind':'GOLD','tags':['1',null]}";

  private final List<String> refused = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rename-field: {balance: total}"
            + "| Account{address: Address{city: String, zip: Int}, kind: enum Kind[BASIC, GOLD],"
            + " tags: List<String>, total: Long}"
            + "| {'address':{'city':'Rome','zip':7},'total':5,'kind':'GOLD','tags':['1',null]}",
        "rename-field: {balance: address, address: balance}, drop-field: [kind, tags]"
            + "| Account{address: Long, balance: Address{city: String, zip: Int}}"
            + "| {'balance':{'city':'Rome','zip':7},'address':5}",
        "drop-field: [address.zip, tags]"
            + "| Account{address: Address{city: String}, balance: Long, kind: enum Kind[BASIC,"
            + " GOLD]}"
            + "| {'address':{'city':'Rome'},'balance':5,'kind':'GOLD'}",
        "drop-field: address, rename-field: {kind: tier}, cast-field: {kind: String}"
            + "| Account{balance: Long, tags: List<String>, tier: String}"
            + "| {'balance':5,'tier':'GOLD','tags':['1',null]}",
        "drop-field: [kind, tags], add-field: {name: address.lines, type: List<String>, default:"
            + " [a]}, cast-field: {balance: BigDecimal, address.zip: String}"
            + "| Account{address: Address{city: String, lines: List<String>, zip: String}, balance:"
            + " BigDecimal}"
            + "| {'address':{'city':'Rome','zip':'7','lines':['a']},'balance':5.0}",
        "cast-field: {tags: List<Long>}"
            + "| Account{address: Address{city: String, zip: Int}, balance: Long, kind: enum"
            + " Kind[BASIC, GOLD], tags: List<Long>}"
            + "| {'address':{'city':'Rome','zip':7},'balance':5,'kind':'GOLD','tags':[1,null]}",
        "rename-class: {user.Address: other.Place, user.Kind: other.Tier}"
            + "| Account{address: Place{city: String, zip: Int}, balance: Long, kind: enum"
            + " Tier[BASIC, GOLD], tags: List<String>}"
            + "|"
            + JSON
      })
  void changesFields(String steps, String type, String value) {
    Changed changed = changed(steps, ACCOUNT);

    assertThat(refused).isEmpty();
    assertThat(changed.type().text()).isEqualTo(type);
    assertThat(String.valueOf(changed.conversion().of(tree(JSON))))
        .isEqualTo(String.valueOf(tree(value)).replace("balance=5.0", "balance=5"));
  }

  @Test
  void keepsTypesAsFlinkHasThemInFields() {
    Changed changed =
        changed("add-field: {name: m, type: 'Map<String, Set<Long>>', default: {}}", ADDRESS);

    ValueType set = new NullableType(SequenceType.set(Scalar.LONG), 0);
    ValueType map = new MapType(new NullableType(StringType.STRING, 0), set);
    assertThat(((PojoType) changed.type()).fields().get(1).type())
        .isEqualTo(new NullableType(map, 0));
  }

  @Test
  void reachesIntoListsMapsAndWrappers() {
    ValueType type =
        new TtlType(
            new MapType(StringType.STRING, new NullableType(SequenceType.list(ADDRESS), 0)));

    Changed changed = changed("drop-field: zip, rename-field: {city: town}", type);

    assertThat(changed.type())
        .isEqualTo(
            new TtlType(
                new MapType(
                    StringType.STRING,
                    new NullableType(
                        SequenceType.list(pojo("user.Address", field("town", StringType.STRING))),
                        0))));
    assertThat(changed.conversion().of(tree("{'a':[{'city':'Rome','zip':1},null],'b':null}")))
        .isEqualTo(tree("{'a':[{'town':'Rome'},null],'b':null}"));
    assertThat(changed.conversion().of(tree("[{'key':[1],'value':[{'city':'Oslo','zip':1}]}]")))
        .isEqualTo(tree("[{'key':[1],'value':[{'town':'Oslo'}]}]"));
  }

  @Test
  void changesSubclassesWithTheirClass() {
    PojoType sub = pojo("user.Sub", field("city", StringType.STRING), field("extra", Scalar.INT));
    PojoType other = pojo("user.Other", field("city", StringType.STRING), field("zip", Scalar.INT));
    PojoType type =
        new PojoType(
            "user.Address",
            ADDRESS.fields(),
            List.of(field("user.Sub", sub)),
            List.of(field("user.Other", other)));

    Changed changed =
        changed(
            "rename-field: {city: town, extra: more}, drop-field: zip, rename-class: {user.Sub:"
                + " user.Under}",
            type);

    PojoType result = (PojoType) changed.type();
    assertThat(result.fields()).hasToString("[town: String]");
    assertThat(result.registered()).hasToString("[user.Under: Under{more: Int, town: String}]");
    assertThat(result.others()).hasToString("[user.Other: Other{town: String}]");
    assertThat(changed.conversion().of(tree("{'$class':'user.Sub','city':'a','extra':1}")))
        .isEqualTo(tree("{'$class':'user.Under','town':'a','more':1}"));
    assertThat(changed.conversion().of(tree("{'$class':'user.Other','city':'a','zip':1}")))
        .isEqualTo(tree("{'$class':'user.Other','town':'a'}"));
    assertThat(changed.conversion().of(tree("{'city':'a','zip':1}")))
        .isEqualTo(tree("{'town':'a'}"));
  }

  @Test
  void castsByPlaceInTuplesAndRows() {
    ValueType tuple = FieldsType.tuple("Tuple2", List.of(Scalar.INT, ADDRESS));
    RowType row =
        new RowType(tuple instanceof FieldsType fields ? fields.fields() : List.of(), true);

    Changed ofTuple = changed("cast-field: {f0: Long}, drop-field: f1.zip", tuple);
    Changed ofRow = changed("cast-field: {f0: Long}, drop-field: f1.zip", row);

    assertThat(ofTuple.type())
        .isEqualTo(
            FieldsType.tuple(
                "Tuple2",
                List.of(Scalar.LONG, pojo("user.Address", field("city", StringType.STRING)))));
    assertThat(ofRow.type()).isEqualTo(new RowType(((FieldsType) ofTuple.type()).fields(), true));
    assertThat(ofRow.conversion().of(tree("{'$kind':'-D','f0':1,'f1':{'city':'a','zip':1}}")))
        .isEqualTo(tree("{'$kind':'-D','f0':1,'f1':{'city':'a'}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "drop-field: adress | Unknown field 'adress' (did you mean 'address'? known: address,"
            + " address.city, address.zip, balance, kind, tags)",
        "add-field: {name: adres.x, type: Long, default: 1} | Unknown field 'adres' (did you mean"
            + " 'address'? known: address, address.city, address.zip, balance, kind, tags)",
        "cast-field: {balance.x: Long} | Unknown field 'balance.x' (did you mean 'balance'? known:"
            + " address, address.city, address.zip, balance, kind, tags)",
        "cast-field: {balance: Long} | Cannot cast field 'balance' to Long: it is one already",
        "cast-field: {kind: Long} | Cannot cast field 'kind' to Long: it is enum Kind[BASIC,"
            + " GOLD], which has no meaning as one",
        "cast-field: {address: String} | Cannot cast field 'address' to String: it is Address{city:"
            + " String, zip: Int}, which has no meaning as one",
        "rename-field: {balance: kind} | Cannot name a field 'kind': Account{address: Address{city:"
            + " String, zip: Int}, balance: Long, kind: enum Kind[BASIC, GOLD], tags:"
            + " List<String>} has another one of that name",
        "add-field: {name: kind, type: Long, default: 1} | Cannot name a field 'kind':"
            + " Account{address: Address{city: String, zip: Int}, balance: Long, kind: enum"
            + " Kind[BASIC, GOLD], tags: List<String>} has another one of that name",
        "rename-class: {user.Adress: a.B} | Unknown class 'user.Adress' (did you mean"
            + " 'user.Address'? known: user.Account, user.Address, user.Kind)"
      })
  void refusesWhatTheTypeDoesNotAllow(String steps, String message) {
    changed(steps, ACCOUNT);

    assertThat(refused).containsExactly(message);
  }

  @Test
  void refusesToNameThePlacesOfATuple() {
    changed(
        "rename-field: {f0: id}, drop-field: f1",
        FieldsType.tuple("Tuple2", List.of(Scalar.INT, Scalar.INT)));

    assertThat(refused)
        .hasSize(2)
        .containsOnly(
            "Cannot rename, drop or add fields of Tuple2<Int, Int>: they have no names, only"
                + " places");
  }

  @Test
  void refusesWhatItCannotLookInto() {
    changed("drop-field: a.b", pojo("user.A", field("a", new OpaqueType("user.Custom", 3))));

    assertThat(refused)
        .containsExactly(
            "Cannot change fields of user.Custom: only those of POJOs, records, tuples and rows can"
                + " be (use a transform)");
  }

  @Test
  void namesTheFieldWhoseValueDoesNotFit() {
    Changed changed = changed("cast-field: {address.zip: Byte}", ACCOUNT);

    assertThatThrownBy(() -> changed.conversion().of(tree("{'address':{'zip':300}}")))
        .isInstanceOf(UnfitValueException.class)
        .hasMessage("'address.zip' must be a whole number from -128 to 127 but was 300");
  }

  private Changed changed(String steps, ValueType type) {
    LoadedPlan loaded =
        MigrationFile.parse("p", "version: 1\noperators: {o: {states: {s: {" + steps + "}}}}");
    MigrationPlan plan = Objects.requireNonNull(loaded.plan(), loaded.problems()::toString);
    FieldSteps fields =
        (FieldSteps) Objects.requireNonNull(plan.operators().get(0).states().get(0).values());
    return FieldChanges.of(fields, type, (step, message) -> refused.add(message));
  }

  private static PojoType pojo(String name, Field... fields) {
    return new PojoType(name, List.of(fields), List.of(), List.of());
  }

  private static Field field(String name, ValueType type) {
    return Field.of(name, type);
  }

  private static Object tree(String json) {
    return Objects.requireNonNull(JsonTree.of(json.replace('\'', '"')));
  }
}
