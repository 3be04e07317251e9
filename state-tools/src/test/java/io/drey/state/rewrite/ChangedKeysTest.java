// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.drey.state.json.ValueTree;
import io.drey.state.rewrite.edit.KeyEdit;
import io.drey.state.rewrite.edit.KeyEdit.Collision;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.ByteRange;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.type.NoNamespace;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Keys of which far fewer fit into memory than there are. */
class ChangedKeysTest {
  private static final int GROUPS = 128;
  private static final int NEW_GROUPS = 40;
  private static final int KEYS = 3000;
  private static final int NEW_KEYS = 100;
  private static final long SMALL = 2000;
  private static final List<String> STATES = List.of("one", "other");

  private static final OperatorId OPERATOR = OperatorId.ofUid("step", "Step");
  private static final ValueType TEXT = StringType.STRING;
  private static final ByteRange NOWHERE = new ByteRange(0, 0);

  private static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(ChangedKeysTest::group)
          .thenComparingInt(String::length)
          .thenComparing(Comparator.naturalOrder());

  private final Path directory;
  private final List<String> passed = new ArrayList<>();
  private final Results results = new Results();

  ChangedKeysTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REFUSE")
  void keepsTheEntriesOfOneOldKeyInAllStates(Collision onCollision) throws IOException {
    change(onCollision, KEYS);

    Map<String, List<String>> oldKeys =
        IntStream.range(0, KEYS)
            .mapToObj(String::valueOf)
            .sorted(onCollision == Collision.FIRST ? ORDER : ORDER.reversed())
            .collect(
                Collectors.groupingBy(ChangedKeysTest::changed, TreeMap::new, Collectors.toList()));
    List<String> expected = new ArrayList<>();
    oldKeys.forEach(
        (key, old) -> STATES.forEach(state -> expected.add(state + " " + key + " " + old.get(0))));
    assertThat(passed).containsExactlyInAnyOrderElementsOf(expected).hasSize(2 * NEW_KEYS);
    assertThat(results.all())
        .extracting(StateResult::state, StateResult::newState, StateResult::written)
        .containsExactlyInAnyOrder(
            tuple("one", "new one", (long) NEW_KEYS - KEYS),
            tuple("other", "new other", (long) NEW_KEYS - KEYS));
  }

  @Test
  void passesAllWhereNoKeysBecomeOne() throws IOException {
    change(Collision.REFUSE, NEW_KEYS);

    assertThat(passed).hasSize(2 * NEW_KEYS).doesNotHaveDuplicates();
    assertThat(results.all()).isEmpty();
  }

  @Test
  void refusesKeysThatBecomeOne() {
    assertThatThrownBy(() -> change(Collision.REFUSE, NEW_KEYS + 1))
        .isInstanceOf(RefusedException.class)
        .hasMessageMatching(
            "Cannot change operator 'step': keys \"(0|100)\" and \"(0|100)\" both become \"k0\": .*");
  }

  private void change(Collision onCollision, int keys) throws IOException {
    OperatorSnapshot source =
        new OperatorSnapshot(OPERATOR, 1, GROUPS, null, NOWHERE, false, List.of());
    KeyEdit edit = new KeyEdit(ChangedKeysTest::write, onCollision);
    KeyGrouping grouping = new KeyGrouping(source, NEW_GROUPS);
    try (ChangedKeys changed = new ChangedKeys(OPERATOR, edit, grouping, directory, SMALL)) {
      EntrySink sink = changed.of(header(), this::pass);
      for (int i = 0; i < keys; i++) {
        String key = String.valueOf(i);
        for (int state = 0; state < STATES.size(); state++) {
          sink.add(
              group(key),
              state,
              state(state),
              encoded(key),
              encoded(""),
              encoded(""),
              encoded(key));
        }
      }
      changed.passOn(results);
    }
  }

  private static FileHeader header() {
    List<StateHeader> states =
        STATES.stream()
            .map(
                name ->
                    new StateHeader(
                        "new " + name, Backing.KEY_VALUE, Map.of(), Map.of(), Map.of(), Map.of()))
            .toList();
    return new FileHeader("file", 6, false, TEXT, null, states, null);
  }

  private static KeyedState state(int number) {
    return new KeyedState(
        STATES.get(number), KeyedStateType.VALUE, TEXT, NoNamespace.VOID, null, TEXT, "serializer");
  }

  private int pass(
      int keyGroup,
      int number,
      KeyedState state,
      ByteReader key,
      ByteReader namespace,
      ByteReader mapKey,
      ByteReader value) {
    String newKey = decoded(key);
    assertThat(keyGroup).isEqualTo(KeyGroupRangeAssignment.assignToKeyGroup(newKey, NEW_GROUPS));
    passed.add(STATES.get(number) + " " + newKey + " " + decoded(value));
    return 0;
  }

  private static int group(String key) {
    return KeyGroupRangeAssignment.assignToKeyGroup(key, GROUPS);
  }

  private static String changed(String key) {
    return "k" + Integer.parseInt(key) % NEW_KEYS;
  }

  private static void write(ValueType type, ByteReader old, ByteWriter out) {
    type.encode(changed(decoded(old)), out);
  }

  private static ByteReader encoded(String text) {
    ByteWriter out = new ByteWriter();
    TEXT.encode(text, out);
    return ByteReader.of("test", out.bytes());
  }

  private static String decoded(ByteReader in) {
    ValueTree tree = new ValueTree();
    TEXT.write(in, tree);
    return String.valueOf(tree.take());
  }
}
