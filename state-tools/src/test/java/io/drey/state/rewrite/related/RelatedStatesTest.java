// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.meaning.KeyForm;
import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.json.ValueTree;
import io.drey.state.rewrite.edit.OperatorStateEdit;
import io.drey.state.rewrite.edit.OperatorStateEdit.ListEdit;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.registry.DerivedStates;
import io.drey.state.snapshot.type.NoNamespace;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derived states of entries that had none: their order is that in which they arrive. */
class RelatedStatesTest {
  private static final long SMALL = 2000;
  private static final ValueType TEXT = StringType.STRING;

  private static final List<KeyedState> OF_KEYS =
      List.of(value("newer-key", TEXT), value("seen-at", Scalar.LONG), value("older-key", TEXT));

  private static final List<KeyedState> OF_ENTRIES =
      List.of(
          new KeyedState(
              "entries", KeyedStateType.MAP, TEXT, NoNamespace.VOID, TEXT, Scalar.LONG, ""),
          value("size", Scalar.LONG));

  private final Path directory;
  private final List<String> written = new ArrayList<>();

  RelatedStatesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void linksKeysInTheOrderInWhichTheyArriveLast() throws IOException {
    try (RelatedStates related = related("DeduplicateState")) {
      EntrySink sink = related.taking(OF_KEYS, this::write);
      add(sink, 2, 1, "b", "");
      add(sink, 1, 1, "d", "");
      add(sink, 2, 1, "a", "");
      add(sink, 2, 1, "b", "");
      add(sink, 2, 1, "c", "");
      written.clear();

      related.write();

      assertThat(written)
          .containsExactly(
              "1 newer-key d d",
              "2 newer-key a b",
              "2 older-key b a",
              "2 newer-key b c",
              "2 older-key c b",
              "2 newer-key c c");
      assertThat(lists(related, new KeyGroups(2, 1))).containsExactly("2 a c 3");
      assertThat(lists(related, new KeyGroups(0, 2))).containsExactly("1 d d 1");
    }
  }

  @Test
  void countsEntries() throws IOException {
    try (RelatedStates related = related("KvState")) {
      EntrySink sink = related.taking(OF_ENTRIES, this::write);
      add(sink, 1, 0, "a", "x");
      add(sink, 1, 0, "a", "y");
      add(sink, 1, 0, "b", "x");
      related.write();

      assertThat(written)
          .containsExactly(
              "1 entries a x", "1 entries a y", "1 entries b x", "1 size a 2", "1 size b 1");
    }
  }

  private RelatedStates related(String states) {
    DerivedStates contract = DerivedStates.of(new OperatorMarker(states, KeyForm.PLAIN));
    return RelatedStates.inOrderOfArrival("step", contract, directory, SMALL);
  }

  private static KeyedState value(String name, ValueType type) {
    return new KeyedState(name, KeyedStateType.VALUE, TEXT, NoNamespace.VOID, null, type, "");
  }

  private static void add(EntrySink sink, int group, int number, String key, String mapKey)
      throws IOException {
    sink.add(
        group,
        number,
        number == 0 ? OF_ENTRIES.get(0) : OF_KEYS.get(number),
        encoded(TEXT, key),
        ByteReader.views(),
        mapKey.isEmpty() ? ByteReader.views() : encoded(TEXT, mapKey),
        encoded(Scalar.LONG, 7));
  }

  private static ByteReader encoded(ValueType type, Object value) {
    ByteWriter out = new ByteWriter();
    type.encode(value, out);
    return ByteReader.of("test", out.bytes());
  }

  private int write(
      int group,
      int number,
      KeyedState state,
      ByteReader key,
      ByteReader namespace,
      ByteReader mapKey,
      ByteReader value) {
    ByteReader shown = state.kind() == KeyedStateType.MAP ? mapKey : value;
    String text = state.value().equals(TEXT) || shown.equals(mapKey) ? text(shown) : number(shown);
    written.add("%d %s %s %s".formatted(group, state.name(), text(key), text));
    return 0;
  }

  /** Reads a text, and leaves the reader where it is. */
  private static String text(ByteReader in) {
    int from = in.position();
    String text = next(in);
    in.position(from);
    return text;
  }

  private static String next(ByteReader in) {
    ValueTree tree = new ValueTree();
    TEXT.write(in, tree);
    return String.valueOf(tree.take());
  }

  private static String number(ByteReader in) {
    return String.valueOf(in.readLong());
  }

  private static List<String> lists(RelatedStates related, KeyGroups ofSubtask) {
    OperatorStateEdit edit = related.operatorStates(OperatorStateEdit.KEEP, ofSubtask);
    StateHeader header =
        new StateHeader("key-groups", Backing.OPERATOR, Map.of(), Map.of(), Map.of(), Map.of());
    ListEdit lists =
        Objects.requireNonNull(
            edit.of(new OperatorState("key-groups", Mode.UNION, null, TEXT, ""), header));
    List<String> elements = new ArrayList<>();
    lists.elements().end((mapKey, element) -> elements.add(list(element)));
    return elements;
  }

  private static String list(ByteReader element) {
    int group = element.readInt();
    return group + " " + next(element) + " " + next(element) + " " + element.readInt();
  }
}
