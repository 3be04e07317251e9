// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.internal.StateForm;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.functions.InvalidTypesException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.ListTypeInfo;
import org.apache.flink.api.java.typeutils.MapTypeInfo;
import org.apache.flink.api.java.typeutils.NullableListTypeInfo;
import org.apache.flink.api.java.typeutils.NullableMapTypeInfo;
import org.apache.flink.api.java.typeutils.NullableSetTypeInfo;
import org.apache.flink.api.java.typeutils.ObjectArrayTypeInfo;
import org.apache.flink.api.java.typeutils.PojoField;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.api.java.typeutils.SetTypeInfo;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types of users' state: only types that a savepoint describes by itself, so that tools
 * can read them and fields may be added and removed. Types for which Flink would fall back to Kryo
 * are refused, except for nested lists, sets and maps, which Flink supports but does not extract.
 */
final class StateType {
  /** The classes being visited, outermost first. */
  private final List<Class<?>> outer = new ArrayList<>();

  private StateType() {}

  /**
   * The type of a function's state.
   *
   * @throws IllegalArgumentException if it cannot be found, or savepoints cannot describe it
   */
  static <S> TypeInformation<S> of(StatefulFunction<?, ?, S, ?> function) {
    Class<?> type = function.getClass();
    try {
      TypeInformation<S> found =
          TypeExtractor.createTypeInfo(StatefulFunction.class, type, 2, null, null);
      return checked(found);
    } catch (InvalidTypesException e) {
      throw new IllegalArgumentException(
          "Cannot find the type of the state of "
              + type.getName()
              + ": implement StatefulFunction in a class that names it, or pass it, as for a lambda:"
              + " Stateful.on(events, function, TypeInformation.of(State.class), options,"
              + " resultType, uid)",
          e);
    } catch (StackOverflowError e) {
      // Flink recurses without end
      throw new IllegalArgumentException(
          "Cannot store the state of "
              + type.getName()
              + ": its type contains itself (store references as keys of a map)",
          e);
    }
  }

  /**
   * The type as it is stored.
   *
   * @throws IllegalArgumentException if savepoints cannot describe it
   */
  static <S> TypeInformation<S> checked(TypeInformation<S> type) {
    TypeInformation<S> storable =
        new StateType().storable(type, null, type.getTypeClass().getName());
    SerializerConfigImpl withoutKryo = new SerializerConfigImpl();
    withoutKryo.setGenericTypes(false);
    try {
      storable.createSerializer(withoutKryo);
    } catch (UnsupportedOperationException e) {
      throw new IllegalArgumentException(
          "Cannot store " + storable + ": " + String.valueOf(e.getMessage()), e);
    }
    return storable;
  }

  /** Whether values of the type are mutable. */
  static boolean isMutable(TypeInformation<?> type) {
    if (type instanceof PojoTypeInfo<?> pojo && pojo.getTypeClass().isRecord()) {
      return fields(pojo).stream().anyMatch(field -> isMutable(field.getTypeInformation()));
    }
    return !type.createSerializer(new SerializerConfigImpl()).isImmutableType();
  }

  @SuppressWarnings("unchecked") // the same type, described better
  private <T> TypeInformation<T> storable(
      TypeInformation<T> type, @Nullable Type declared, String path) {
    return (TypeInformation<T>) described(type, declared, path);
  }

  private TypeInformation<?> described(
      TypeInformation<?> type, @Nullable Type declared, String path) {
    if (type instanceof StateForm<?> form) {
      return form.stateType();
    } else if (type instanceof GenericTypeInfo<?>) {
      return container(type.getTypeClass(), declared, path);
    } else if (type instanceof PojoTypeInfo<?> pojo) {
      return pojo(pojo, path);
    } else if (type instanceof ListTypeInfo<?> list) {
      return list(storable(list.getElementTypeInfo(), argument(declared, 0), path + "[]"));
    } else if (type instanceof SetTypeInfo<?> set) {
      return new NullableSetTypeInfo<>(
          storable(set.getElementTypeInfo(), argument(declared, 0), path + "[]"));
    } else if (type instanceof MapTypeInfo<?, ?> map) {
      return new NullableMapTypeInfo<>(
          storable(map.getKeyTypeInfo(), argument(declared, 0), path + ".keys"),
          storable(map.getValueTypeInfo(), argument(declared, 1), path + ".values"));
    } else if (type instanceof ObjectArrayTypeInfo<?, ?> array) {
      return ObjectArrayTypeInfo.getInfoFor(
          array.getTypeClass(), storable(array.getComponentInfo(), null, path + "[]"));
    }
    return type;
  }

  private static TypeInformation<?> list(TypeInformation<?> element) {
    return new NullableListTypeInfo<>(element);
  }

  private TypeInformation<?> pojo(PojoTypeInfo<?> pojo, String path) {
    Class<?> type = pojo.getTypeClass();
    if (outer.contains(type)) {
      throw new UnsupportedType(path, type)
          .because("it contains itself", "store references as keys of a map");
    }
    outer.add(type);
    List<PojoField> fields = new ArrayList<>();
    for (PojoField field : fields(pojo)) {
      fields.add(
          new PojoField(
              field.getField(),
              storable(
                  field.getTypeInformation(),
                  field.getField().getGenericType(),
                  path + "." + field.getField().getName())));
    }
    outer.remove(type);
    return new PojoTypeInfo<>(type, fields);
  }

  private static List<PojoField> fields(PojoTypeInfo<?> pojo) {
    List<PojoField> fields = new ArrayList<>();
    for (int i = 0; i < pojo.getArity(); i++) {
      fields.add(pojo.getPojoFieldAt(i));
    }
    return fields;
  }

  /** A list, set or map that Flink does not extract; anything else is refused. */
  private TypeInformation<?> container(Class<?> type, @Nullable Type declared, String path) {
    if (type == List.class || type == Collection.class) {
      return list(element(type, declared, 0, path, "[]"));
    } else if (type == Set.class) {
      return new NullableSetTypeInfo<>(element(type, declared, 0, path, "[]"));
    } else if (type == Map.class) {
      return new NullableMapTypeInfo<>(
          element(type, declared, 0, path, ".keys"), element(type, declared, 1, path, ".values"));
    }
    throw outer.contains(type)
        ? new UnsupportedType(path, type)
            .because("it contains itself", "store references as keys of a map")
        : new UnsupportedType(path, type).exception();
  }

  private TypeInformation<?> element(
      Class<?> container, @Nullable Type declared, int index, String path, String step) {
    Type argument = argument(declared, index);
    if (argument == null) {
      throw new UnsupportedType(path, container)
          .because("its elements have no declared type", "declare them, as in List<String>");
    }
    try {
      return storable(TypeExtractor.createTypeInfo(argument), argument, path + step);
    } catch (InvalidTypesException e) {
      throw new UnsupportedType(path, container)
          .because(argument + " is not a class", "declare its elements, as in List<String>");
    }
  }

  private static @Nullable Type argument(@Nullable Type declared, int index) {
    return declared instanceof ParameterizedType generic
        ? Objects.requireNonNull(generic.getActualTypeArguments()[index])
        : null;
  }
}
