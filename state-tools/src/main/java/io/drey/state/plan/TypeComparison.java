// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.state.migration.value.Casts;
import io.drey.state.snapshot.type.ChoiceType;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RowType;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.TimerType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.jspecify.annotations.Nullable;

/** Compares two types part by part. */
final class TypeComparison {
  private static final String OWN_CODE = ": only its own code can tell";

  private final List<TypeDifference> differences = new ArrayList<>();

  private TypeComparison() {}

  static List<TypeDifference> differences(Place place, ValueType old, ValueType changed) {
    TypeComparison comparison = new TypeComparison();
    comparison.compare(place, old, changed);
    return comparison.differences;
  }

  private void compare(Place place, ValueType oldMeant, ValueType changedMeant) {
    ValueType old = LogicalType.plain(oldMeant);
    ValueType changed = LogicalType.plain(changedMeant);
    boolean isAlike =
        comparePojos(place, old, changed)
            || compareEnums(place, old, changed)
            || compareRows(place, old, changed)
            || compareParts(place, old, changed)
            || compareRaw(place, old.raw(), changed.raw())
            || compareJobs(place, old, changed)
            || compareOpaque(place, old, changed);
    if (!isAlike && !old.equals(changed)) {
      differs(place, old, changed);
    }
  }

  /** Compares the parts of two types of the same layout; returns false if they are no such pair. */
  private boolean compareParts(Place place, ValueType old, ValueType changed) {
    if (old instanceof NullableType a && changed instanceof NullableType b) {
      compareNullable(place, a, b);
    } else if (old instanceof TtlType a && changed instanceof TtlType b) {
      compare(place, a.value(), b.value());
    } else if (old instanceof SequenceType a
        && changed instanceof SequenceType b
        && isAlike(a, b)) {
      compare(place.each("[]"), a.element(), b.element());
    } else if (old instanceof MapType a && changed instanceof MapType b) {
      compare(place.each("[key]"), a.key(), b.key());
      compare(place.each("[]"), a.value(), b.value());
    } else if (old instanceof FieldsType a && changed instanceof FieldsType b && isAlike(a, b)) {
      compareEach(place, a.fields(), b.fields());
    } else if (old instanceof ChoiceType a && changed instanceof ChoiceType b && isAlike(a, b)) {
      compareEach(place, List.of(a.first(), a.second()), List.of(b.first(), b.second()));
    } else if (old instanceof TimerType a && changed instanceof TimerType b) {
      compare(Place.KEY, a.key(), b.key());
      compare(Place.NAMESPACE, a.namespace(), b.namespace());
    } else {
      return false;
    }
    return true;
  }

  private void compareNullable(Place place, NullableType old, NullableType changed) {
    if (old.padding() == changed.padding()) {
      compare(place, old.value(), changed.value());
    } else {
      differs(place, old, changed);
    }
  }

  /** Checked here since Flink itself accepts a set as a list if their elements are alike. */
  private static boolean isAlike(SequenceType a, SequenceType b) {
    return a.marks() == b.marks() && kind(a.text()).equals(kind(b.text()));
  }

  private static String kind(String text) {
    return text.endsWith("[]") ? "[]" : text.substring(0, text.indexOf('<'));
  }

  private static boolean isAlike(FieldsType a, FieldsType b) {
    return names(a.fields()).equals(names(b.fields()));
  }

  private static boolean isAlike(ChoiceType a, ChoiceType b) {
    return kind(a.text()).equals(kind(b.text()));
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }

  private void compareEach(Place place, List<Field> old, List<Field> changed) {
    for (int i = 0; i < old.size(); i++) {
      compare(place.field(old.get(i).name()), old.get(i).type(), changed.get(i).type());
    }
  }

  private boolean compareRows(Place place, ValueType old, ValueType changed) {
    if (!(old instanceof RowType a && changed instanceof RowType b)
        || a.fields().size() != b.fields().size()) {
      return false;
    }
    if (a.hasKind() != b.hasKind()) {
      differs(place, Level.MIGRATED, "the row kind was " + (b.hasKind() ? "added" : "removed"));
    }
    compareEach(place, a.fields(), b.fields());
    return true;
  }

  private boolean compareEnums(Place place, ValueType old, ValueType changed) {
    if (!(old instanceof EnumType a && changed instanceof EnumType b)
        || !a.className().equals(b.className())) {
      return false;
    }
    for (String constant : a.constants()) {
      if (!b.constants().contains(constant)) {
        differs(place, Level.INCOMPATIBLE, "the constant " + constant + " was removed");
      }
    }
    if (!a.constants().equals(b.constants())) {
      differs(place, Level.RECONFIGURED, "constants were added or reordered");
    }
    return true;
  }

  /** Flink migrates raw values like others, but passes on their old bytes. */
  private boolean compareRaw(Place place, @Nullable ValueType old, @Nullable ValueType changed) {
    if (old == null || changed == null) {
      return false;
    }
    Compatibility values = Compatibility.of(place, old, changed);
    differences.addAll(
        values.atMost(Level.RECONFIGURED, ", and raw values are not migrated").differences());
    return true;
  }

  /** Asks the serializers themselves, where a jar has them. */
  private boolean compareJobs(Place place, ValueType old, ValueType changed) {
    TypeSerializerSchemaCompatibility<?> answer = changed.accepts(old);
    if (answer == null) {
      return false;
    }
    Level level = level(answer);
    if (level != Level.AS_IS) {
      differs(place, level, changed.text() + " has other settings");
    }
    return true;
  }

  private static Level level(TypeSerializerSchemaCompatibility<?> answer) {
    if (answer.isCompatibleAsIs()) {
      return Level.AS_IS;
    }
    if (answer.isCompatibleWithReconfiguredSerializer()) {
      return Level.RECONFIGURED;
    }
    return answer.isCompatibleAfterMigration() ? Level.MIGRATED : Level.INCOMPATIBLE;
  }

  private boolean compareOpaque(Place place, ValueType old, ValueType changed) {
    if (!changed.isOpaque() || (changed.takesOnlyItsOwn() && !old.takesOnlyItsOwn())) {
      return false;
    }
    if (!old.text().equals(changed.text())) {
      boolean isFlinks = changed.takesOnlyItsOwn();
      String why = old.text() + " became " + changed.text();
      differs(
          place, isFlinks ? Level.INCOMPATIBLE : Level.UNKNOWN, isFlinks ? why : why + OWN_CODE);
    } else if (!old.hasSettingsOf(changed)) {
      differs(place, Level.UNKNOWN, old.text() + " has other settings" + OWN_CODE);
    } else if (old instanceof OpaqueType a && changed instanceof OpaqueType b) {
      for (int i = 0; i < a.parts().size(); i++) {
        compare(place.each("(" + (i + 1) + ")"), a.parts().get(i), b.parts().get(i));
      }
    }
    return true;
  }

  private boolean comparePojos(Place place, ValueType old, ValueType changed) {
    if (!(old instanceof PojoType a && changed instanceof PojoType b)) {
      return false;
    }
    if (!a.className().equals(b.className())) {
      differences.add(TypeDifference.ofClasses(place, a.className(), b.className()));
    }
    differences.addAll(PojoComparison.differences(place, a, b));
    return true;
  }

  private void differs(Place place, Level level, String why) {
    differences.add(TypeDifference.of(place, level, why));
  }

  private void differs(Place place, ValueType old, ValueType changed) {
    String why = shown(old) + " became " + shown(changed);
    differences.add(TypeDifference.ofTypes(place, why, Casts.textOf(old, changed)));
  }

  private static String shown(ValueType type) {
    if (type instanceof NullableType nullable) {
      return nullable.padding() > 0
          ? "nullable " + type.text() + " padded with " + nullable.padding() + " bytes"
          : "nullable " + type.text();
    }
    return type.text();
  }
}
