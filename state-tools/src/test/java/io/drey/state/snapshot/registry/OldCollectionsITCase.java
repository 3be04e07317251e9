// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.state.json.JsonWriter;
import io.drey.state.json.ValueTree;
import io.drey.state.sample.Cart;
import io.drey.state.sample.OldSnapshots;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.SerializersTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections that Flink 1.20 gave to Kryo are encoded as Flink 2 does. */
class OldCollectionsITCase {
  private static final String VALUE = "VALUE_SERIALIZER";
  private static final String OLD = "io.drey.flink120.Basket";
  private static final String NEW = Cart.class.getName();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeSerializer<Cart> SERIALIZER =
      TypeInformation.of(Cart.class).createSerializer(new SerializerConfigImpl());

  @ParameterizedTest
  @EnumSource
  void encodesThemAsThoseOfFlink2(OldSnapshots snapshot) throws IOException {
    PojoType type = (PojoType) SerializersTest.type(SERIALIZER);
    Map<String, Cart> carts = new TreeMap<>();
    for (Map<String, Object> basket : baskets(snapshot)) {
      basket.remove("anything");
      ByteWriter out = new ByteWriter();
      type.encode(basket, out);
      Cart cart = SERIALIZER.deserialize(new DataInputDeserializer(out.bytes()));
      carts.put(cart.owner, cart);
    }

    assertThat(carts).hasSize(10);
    Cart cart = Objects.requireNonNull(carts.get("owner-3"));
    assertThat(cart.kind).isEqualTo(Cart.Kind.PAID);
    assertThat(cart.items).containsExactly("i3", "");
    assertThat(cart.counts).containsExactlyEntriesOf(Map.of("c3", 3));
    assertThat(cart.numbers).isEqualTo(Set.of(-3L, 1L << 40));
  }

  @ParameterizedTest
  @EnumSource
  void keepsThemInChangedValues(OldSnapshots snapshot) throws IOException {
    int count = 0;
    SnapshotFiles files = SnapshotFiles.at(snapshot.path().toString());
    for (OperatorSnapshot operator : files.metadata().operators()) {
      for (SubtaskSnapshot subtask : operator.subtasks()) {
        if (subtask.managedKeyed() != null) {
          try (EntryReader entries =
              KeyedHandles.open(files, subtask.managedKeyed(), operator.maxParallelism())) {
            while (entries.next()) {
              count += entries.entry().state().name().equals("basket") ? 1 : 0;
              assertEncodedAgain(entries.entry());
            }
          }
        }
      }
    }

    assertThat(count).isEqualTo(10);
  }

  private static void assertEncodedAgain(Entry entry) {
    if (!entry.state().name().equals("basket")) {
      return;
    }
    ValueTree tree = new ValueTree();
    ByteReader value = entry.value();
    int from = value.position();
    entry.state().value().write(value, tree);
    byte[] bytes = Arrays.copyOfRange(value.bytes(), from, value.position());
    ByteWriter out = new ByteWriter();

    entry.state().value().encode(tree.take(), out);

    assertThat(out.bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @EnumSource
  void writesTheirSnapshotAsFlink2Does(OldSnapshots snapshot) throws IOException {
    PojoType now = (PojoType) SerializersTest.type(SERIALIZER);
    StateHeader basket = header(snapshot);
    PojoType old = (PojoType) Objects.requireNonNull(basket.types().get(VALUE));
    ByteWriter bytes = new ByteWriter();
    Objects.requireNonNull(basket.snapshots().get(VALUE)).write(bytes);
    SnapshotWriter writer = new SnapshotWriter(snapshotVersion(snapshot));
    writer.keep(old, bytes.bytes());
    List<Field> kept =
        old.fields().stream().filter(field -> !field.name().equals("anything")).toList();
    ByteWriter out = new ByteWriter();

    writer.write(old.withFields(changed(kept, now)).renamed(name -> name.replace(OLD, NEW)), out);

    assertThat(out.bytes()).isEqualTo(SerializersTest.snapshot(SERIALIZER));
  }

  private static List<Field> changed(List<Field> old, PojoType now) {
    List<Field> changed = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Field field = old.get(i);
      boolean isOfKryo = field.type().isOpaque();
      assertThat(field.name()).isEqualTo(now.fields().get(i).name());
      changed.add(
          isOfKryo || field.type() instanceof EnumType
              ? field.with(now.fields().get(i).type())
              : field);
    }
    return changed;
  }

  private static int snapshotVersion(OldSnapshots snapshot) {
    return SnapshotFiles.at(snapshot.path().toString()).metadata().version();
  }

  private static StateHeader header(OldSnapshots snapshot) {
    SnapshotFiles files = SnapshotFiles.at(snapshot.path().toString());
    return files.metadata().operators().stream()
        .flatMap(operator -> operator.subtasks().stream())
        .map(SubtaskSnapshot::managedKeyed)
        .filter(Objects::nonNull)
        .flatMap(keyed -> KeyedHandles.header(files, keyed).states().stream())
        .filter(state -> state.name().equals("basket"))
        .findFirst()
        .orElseThrow();
  }

  /** The values of the job's baskets. */
  private static List<Map<String, Object>> baskets(OldSnapshots snapshot) throws IOException {
    Map<String, Map<String, Object>> baskets = new LinkedHashMap<>();
    SnapshotFiles files = SnapshotFiles.at(snapshot.path().toString());
    for (OperatorSnapshot operator : files.metadata().operators()) {
      for (SubtaskSnapshot subtask : operator.subtasks()) {
        if (subtask.managedKeyed() != null) {
          add(files, subtask.managedKeyed(), operator.maxParallelism(), baskets);
        }
      }
    }
    return List.copyOf(baskets.values());
  }

  @SuppressWarnings("unchecked") // it is an object
  private static void add(
      SnapshotFiles files,
      KeyedHandle handle,
      int maxParallelism,
      Map<String, Map<String, Object>> baskets)
      throws IOException {
    try (EntryReader entries = KeyedHandles.open(files, handle, maxParallelism)) {
      while (entries.next()) {
        if (entries.entry().state().name().equals("basket")) {
          JsonWriter json = new JsonWriter();
          ByteReader value = entries.entry().value();
          entries.entry().state().value().write(value, json);
          baskets.put(json.toString(), JSON.readValue(json.toString(), Map.class));
        }
      }
    }
  }
}
