// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which types state can have, and what those are told that it can't. */
class StateTypeTest {
  private static final String NAME = StateTypeTest.class.getName();

  /** A visit to a page. */
  public record Visit(String page, long at) {}

  /** All there can be. */
  public static final class Rich {
    public Set<String> pages = Set.of("a");
    public List<Visit> visits = List.of(new Visit("a", 1));
    public Map<String, Visit> last = Map.of("a", new Visit("a", 1));
    public Map<String, Set<String>> links = Map.of("a", Set.of("b"));
    public List<Map<Long, List<Visit>>> deep = List.of(Map.of(1L, List.of(new Visit("b", 2))));
    public Event newest = Event.of("{\"a\":1}");
    public long[] times = {1, 2};
    public Visit[] array = {new Visit("c", 3)};
    public @org.jspecify.annotations.Nullable Set<String> nothing;
  }

  @Test
  void keepsListsSetsAndMapsOfRecordsWithinOneAnother() throws Exception {
    Rich rich = new Rich();

    Rich read = throughBytes(StateType.checked(TypeInformation.of(Rich.class)), rich);

    assertThat(read).usingRecursiveComparison().ignoringFields("newest").isEqualTo(rich);
    assertThat(read.newest).isEqualTo(rich.newest);
  }

  private static <T> T throughBytes(TypeInformation<T> type, T value) throws Exception {
    SerializerConfigImpl withoutKryo = new SerializerConfigImpl();
    withoutKryo.setGenericTypes(false);
    TypeSerializer<T> serializer = type.createSerializer(withoutKryo);
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(serializer.copy(value), out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }

  public record WithOptional(Optional<String> name) {}

  public record WithObject(Map<String, Object> values) {}

  @SuppressWarnings("rawtypes") // that is the mistake
  public record WithRawList(List names) {}

  public record WithWildcard(List<?> names) {}

  public record WithTreeMap(TreeMap<String, Long> counts) {}

  public record WithArrayList(List<ArrayList<String>> names) {}

  public record WithDuration(Duration length) {}

  public record WithInterface(List<CharSequence> texts) {}

  public static final class Tree {
    public Map<String, List<Set<Tree>>> branches = Map.of();
  }

  public static final class WithoutConstructor {
    public int count;

    public WithoutConstructor(int count) {
      this.count = count;
    }
  }

  record Hidden(int count) {}

  public record WithHidden(Hidden hidden) {}

  static Stream<Arguments> refused() {
    String pojo =
        " (make it a record, or give it a public constructor without arguments and fields that are"
            + " public or have getters and setters)";
    return Stream.of(
        Arguments.of(
            WithOptional.class,
            unkept("WithOptional.name", "java.util.Optional", "use null instead")),
        Arguments.of(
            WithObject.class,
            unkept("WithObject.values.values", "java.lang.Object", "declare the actual class")),
        Arguments.of(
            WithRawList.class,
            "Cannot store "
                + NAME
                + "$WithRawList.names: its elements have no declared type, java.util.List (declare them, as in List<String>)"),
        Arguments.of(
            WithWildcard.class,
            "Cannot store "
                + NAME
                + "$WithWildcard.names: ? is not a class, java.util.List (declare its elements, as in List<String>)"),
        Arguments.of(
            WithTreeMap.class,
            unkept("WithTreeMap.counts", "java.util.TreeMap", "declare it as Map")),
        Arguments.of(
            WithArrayList.class,
            unkept("WithArrayList.names[]", "java.util.ArrayList", "declare it as List")),
        Arguments.of(
            WithDuration.class,
            unkept(
                "WithDuration.length", "java.time.Duration", "store a long or a String instead")),
        Arguments.of(
            WithInterface.class,
            unkept("WithInterface.texts[]", "java.lang.CharSequence", "declare the actual class")),
        Arguments.of(
            Tree.class,
            "Cannot store "
                + NAME
                + "$Tree.branches.values[][]: it contains itself, "
                + NAME
                + "$Tree (store references as keys of a map)"),
        Arguments.of(
            WithoutConstructor.class,
            unkept("WithoutConstructor", NAME + "$WithoutConstructor", "POJO")
                .replace(" (POJO)", pojo)),
        Arguments.of(
            WithHidden.class, unkept("WithHidden.hidden", NAME + "$Hidden", "make it public")));
  }

  private static String unkept(String path, String type, String remedy) {
    return "Cannot store %s$%s: a savepoint cannot describe it, %s (%s)"
        .formatted(NAME, path, type, remedy);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatKryoWouldKeep(Class<?> type, String message) {
    assertThatThrownBy(() -> StateType.checked(TypeInformation.of(type)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void copiesNoRecordOfImmutableFields() {
    assertThat(StateType.isMutable(TypeInformation.of(Visit.class))).isFalse();
    assertThat(StateType.isMutable(TypeInformation.of(Rich.class))).isTrue();
    assertThat(StateType.isMutable(StateType.checked(TypeInformation.of(Held.class)))).isTrue();
  }

  public record Held(Visit visit, Set<String> pages) {}
}
