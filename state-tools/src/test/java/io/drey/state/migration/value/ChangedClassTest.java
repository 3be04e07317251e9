// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.json.ValueTree;
import io.drey.state.migration.FieldSteps;
import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.file.LoadedPlan;
import io.drey.state.migration.file.MigrationFile;
import io.drey.state.sample.Versions;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of a class are those of its next version after field steps, for Flink itself. */
class ChangedClassTest {
  private static final Map<String, String> OLD =
      Map.of(
          "Kind",
          "public enum Kind {BASIC, GOLD}",
          "Address",
          "public class Address {public String city; public int zip;}",
          "Account",
          """
          import java.util.*;
          public class Account {
            public long balance;
            public Integer maybe;
            public Kind kind = Kind.GOLD;
            public List<String> tags = new ArrayList<>(Arrays.asList("1", null, "3"));
            public Map<String, Address> homes = new TreeMap<>();
            public Address gone = new Address();
            public Account() {}
            public Account(long balance) {
              this.balance = balance;
              Address home = new Address();
              home.city = "Rome";
              home.zip = 7;
              homes.put("a", home);
            }
          }
          """);

  private static final Map<String, String> CHANGED =
      Map.of(
          "Place",
          "public class Place {public String town;}",
          "Account",
          """
          import java.util.*;
          public class Account {
            public double balance;
            public Integer score;
            public String kind;
            public List<Long> tags;
            public Map<String, Place> homes;
            public List<String> notes;
            public long tier;
            public String toString() {
              return balance + " " + score + " " + kind + " " + tags + " " + homes.keySet() + " "
                  + homes.get("a").town + " " + notes + " " + tier;
            }
          }
          """);

  private static final String STEPS =
      "rename-field: {maybe: score, homes.city: town}, drop-field: [gone, homes.zip], cast-field:"
          + " {balance: Double, kind: String, tags: List<Long>}, add-field: [{name: tier, type:"
          + " Long, default: 3}, {name: notes, type: List<String>, default: [new]}], rename-class:"
          + " {Address: Place}";

  @Test
  void turnsValuesIntoThoseOfTheNextVersion(@TempDir Path directory) throws Exception {
    TypeSerializer<Object> old = serializer(Versions.loader(Versions.compile(directory, OLD)));
    TypeSerializer<Object> next = serializer(Versions.loader(Versions.compile(directory, CHANGED)));
    Object account = old.createInstance().getClass().getConstructor(long.class).newInstance(5L);
    DataOutputSerializer bytes = new DataOutputSerializer(64);
    old.serialize(account, bytes);
    ValueTree tree = new ValueTree();

    Changed changed = FieldChanges.of(steps(), SerializerSnapshots.of(old), ChangedClassTest::fail);
    SerializerSnapshots.of(old).write(ByteReader.of("value", bytes.getCopyOfBuffer()), tree);
    ByteWriter encoded = new ByteWriter();
    changed.type().encode(changed.conversion().of(tree.take()), encoded);

    assertThat(changed.type()).isEqualTo(SerializerSnapshots.of(next));
    assertThat(next.deserialize(new DataInputDeserializer(encoded.bytes())))
        .hasToString("5.0 null GOLD [1, null, 3] [a] Rome [new] 3");
  }

  private static void fail(Object step, String message) {
    throw new AssertionError(step + ": " + message);
  }

  private static FieldSteps steps() {
    LoadedPlan loaded =
        MigrationFile.parse("p", "version: 1\noperators: {o: {states: {s: {" + STEPS + "}}}}");
    MigrationPlan plan = Objects.requireNonNull(loaded.plan(), loaded.problems()::toString);
    return (FieldSteps) Objects.requireNonNull(plan.operators().get(0).states().get(0).values());
  }

  @SuppressWarnings("unchecked") // a class that the compiler does not know
  private static TypeSerializer<Object> serializer(ClassLoader loader) throws Exception {
    Class<Object> type = (Class<Object>) loader.loadClass("Account");
    return TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
  }
}
