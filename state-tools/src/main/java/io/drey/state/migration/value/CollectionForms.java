// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import static java.util.Map.entry;

import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.HeldClasses;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How Flink 2 keeps the collections that Flink 1 gave to Kryo: those declared as interfaces. */
final class CollectionForms {
  private static final String SET = "java.util.Set";
  private static final String MAP = "java.util.Map";
  private static final Set<String> COLLECTIONS =
      Set.of("java.lang.Iterable", "java.util.Collection", "java.util.List", SET, MAP);

  private static final Map<String, ValueType> ELEMENTS =
      Map.ofEntries(
          entry("java.lang.Boolean", Scalar.BOOLEAN),
          entry("java.lang.Byte", Scalar.BYTE),
          entry("java.lang.Short", Scalar.SHORT),
          entry("java.lang.Integer", Scalar.INT),
          entry("java.lang.Long", Scalar.LONG),
          entry("java.lang.Float", Scalar.FLOAT),
          entry("java.lang.Double", Scalar.DOUBLE),
          entry("java.lang.Character", Scalar.CHAR),
          entry("java.lang.String", StringType.STRING),
          entry("java.math.BigInteger", BigNumber.INTEGER),
          entry("java.math.BigDecimal", BigNumber.DECIMAL),
          entry("java.util.Date", Scalar.DATE));

  private CollectionForms() {}

  /** Whether Flink 2 keeps collections of a class itself. */
  static boolean isCollection(String className) {
    return COLLECTIONS.contains(className);
  }

  /**
   * Returns the new type of a collection; null if that cannot be told.
   *
   * @param reasons is given why
   */
  static @Nullable ValueType of(String className, HeldClasses held, List<String> reasons) {
    ValueType value = element("elements", held.values(), reasons);
    if (!className.equals(MAP)) {
      return value == null ? null : FieldTypes.ofField(sequence(className, value));
    }
    if (held.hasNullKey()) {
      reasons.add("one of its keys is null");
    }
    ValueType key = element("keys", held.keys(), reasons);
    if (key == null || value == null || held.hasNullKey()) {
      return null;
    }
    return FieldTypes.ofField(new MapType(key, value));
  }

  private static ValueType sequence(String className, ValueType element) {
    return className.equals(SET) ? SequenceType.set(element) : SequenceType.list(element);
  }

  private static @Nullable ValueType element(
      String what, Set<String> classes, List<String> reasons) {
    if (classes.isEmpty()) {
      reasons.add("there are no " + what + " that would tell of which class they are");
      return null;
    }
    String first = classes.iterator().next();
    if (classes.size() > 1) {
      List<String> two = classes.stream().limit(2).toList();
      reasons.add(
          "its %s are of %d classes, such as %s"
              .formatted(what, classes.size(), String.join(" and ", two)));
      return null;
    }
    ValueType type = ELEMENTS.get(first);
    if (type == null) {
      reasons.add("its " + what + " are of " + first + ", which Flink 2 gives to Kryo too");
    }
    return type;
  }
}
