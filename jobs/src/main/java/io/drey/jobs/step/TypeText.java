// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ListTypeInfo;
import org.apache.flink.api.java.typeutils.MapTypeInfo;
import org.apache.flink.api.java.typeutils.ObjectArrayTypeInfo;
import org.apache.flink.api.java.typeutils.PojoField;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.api.java.typeutils.SetTypeInfo;

/** The readable name of a state's type: {@code List<PendingEvent(at: Long, event: Event)>}. */
final class TypeText {
  private TypeText() {}

  static String of(TypeInformation<?> type) {
    if (type instanceof PojoTypeInfo<?> fields) {
      return fields.getTypeClass().getSimpleName() + "(" + fields(fields) + ")";
    }
    if (type instanceof ListTypeInfo<?> list) {
      return "List<" + of(list.getElementTypeInfo()) + ">";
    }
    if (type instanceof SetTypeInfo<?> set) {
      return "Set<" + of(set.getElementTypeInfo()) + ">";
    }
    if (type instanceof ObjectArrayTypeInfo<?, ?> array) {
      return of(array.getComponentInfo()) + "[]";
    }
    if (type instanceof MapTypeInfo<?, ?> map) {
      return "Map<" + of(map.getKeyTypeInfo()) + ", " + of(map.getValueTypeInfo()) + ">";
    }
    return type.toString();
  }

  private static String fields(PojoTypeInfo<?> type) {
    return IntStream.range(0, type.getArity())
        .mapToObj(type::getPojoFieldAt)
        .map(TypeText::field)
        .collect(Collectors.joining(", "));
  }

  private static String field(PojoField field) {
    return field.getField().getName() + ": " + of(field.getTypeInformation());
  }
}
