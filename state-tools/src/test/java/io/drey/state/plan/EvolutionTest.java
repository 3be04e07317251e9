// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Versions;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a class, beside what Flink says of them. */
class EvolutionTest {
  private static final String LIST = "public java.util.List<%s> a;";

  private final Map<String, String> old = new LinkedHashMap<>();
  private final Map<String, String> changed = new LinkedHashMap<>();

  @Test
  void decidesAsFlinkDoesOnEveryChangeOfAClass(@TempDir Path directory) throws Exception {
    change("Same", "public long a; public String b;", "public String b; public long a;");
    change("Added", "public long a;", "public long a; public Integer b;");
    change("Removed", "public long a; public Integer b;", "public long a;");
    change("Retyped", "public long a; public int b;", "public double a; public int b;");
    change("Boxed", "public long a;", "public Long a;");
    change("Listed", LIST.formatted("Long"), LIST.formatted("Integer"));
    change("Nested", "public Added a;", "public Added a;");
    change("NestedRetyped", "public Retyped a;", "public Retyped a;");
    change("InList", LIST.formatted("Removed"), LIST.formatted("Removed"));
    change("InListRetyped", LIST.formatted("Retyped"), LIST.formatted("Retyped"));
    change("OfAppended", "public Appended a;", "public Appended a;");
    change("OfShuffled", "public Shuffled a;", "public Shuffled a;");
    change("OfShrunk", "public Shrunk a;", "public Shrunk a;");
    change("WithoutClass", "public long a; public Added b;", "public long a;");
    enums("Appended", "ONE, TWO", "ONE, TWO, THREE");
    enums("Shuffled", "ONE, TWO", "TWO, ONE");
    enums("Shrunk", "ONE, TWO", "ONE");
    ClassLoader before = Versions.loader(Versions.compile(directory, old));
    ClassLoader after = Versions.loader(Versions.compile(directory, changed));

    Map<String, Level> flinks = new LinkedHashMap<>();
    Map<String, Level> ours = new LinkedHashMap<>();
    for (String name : old.keySet()) {
      TypeSerializer<?> one = serializer(before, name);
      TypeSerializer<?> other = serializer(after, name);
      flinks.put(name, FlinksVerdict.ofPart(one, other, after));
      ours.put(name, compare(one, other).level());
    }

    assertThat(ours).isEqualTo(flinks);
    assertThat(ours)
        .containsAllEntriesOf(
            Map.of(
                "Same", Level.AS_IS,
                "Added", Level.MIGRATED,
                "Removed", Level.MIGRATED,
                "Retyped", Level.INCOMPATIBLE,
                "InListRetyped", Level.INCOMPATIBLE,
                "Appended", Level.RECONFIGURED,
                "Shuffled", Level.RECONFIGURED,
                "Shrunk", Level.INCOMPATIBLE));
  }

  @Test
  void saysWhereAndWhy(@TempDir Path directory) throws Exception {
    change("Inner", "public long balance; public int gone;", "public double balance;");
    change("Outer", LIST.formatted("Inner"), LIST.formatted("Inner"));
    ClassLoader before = Versions.loader(Versions.compile(directory, old));
    ClassLoader after = Versions.loader(Versions.compile(directory, changed));

    Compatibility compatibility = compare(serializer(before, "Outer"), serializer(after, "Outer"));

    assertThat(compatibility.why()).isEqualTo("value.a[].balance: Long became Double");
    assertThat(MigrationLine.mend("own", "value", compatibility.decisive()))
        .hasToString(
            "in a migration plan: operators: {own: {states: {value: {cast-field: {a.balance:"
                + " Double}}}}}");
    assertThat(compatibility.differences())
        .extracting(TypeDifference::toString)
        .containsExactly(
            "value.a[].balance: Long became Double", "value.a[]: field 'gone' was removed");
  }

  private static Compatibility compare(TypeSerializer<?> one, TypeSerializer<?> other) {
    return Compatibility.of(SerializerSnapshots.of(one), SerializerSnapshots.of(other));
  }

  private void change(String name, String before, String after) {
    old.put(name, "public class " + name + " {" + before + "}");
    changed.put(name, "public class " + name + " {" + after + "}");
  }

  private void enums(String name, String before, String after) {
    old.put(name, "public enum " + name + " {" + before + "}");
    changed.put(name, "public enum " + name + " {" + after + "}");
  }

  private static TypeSerializer<?> serializer(ClassLoader loader, String name) throws Exception {
    return TypeInformation.of(loader.loadClass(name)).createSerializer(new SerializerConfigImpl());
  }
}
