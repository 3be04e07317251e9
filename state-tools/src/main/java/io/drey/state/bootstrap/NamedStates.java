// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.jobs.yaml.Unknown;
import io.drey.state.migration.value.TypeText;
import io.drey.state.snapshot.header.NewHeader;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.registry.NewSerializers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * States that are named in text: {@code NAME=KIND:TYPE}, such as {@code total=value:Long}. A kind
 * with a TTL is {@code value+ttl}. A type is that of a value, of the elements of a list, or of both
 * parts of a map, {@code counts=map:String,Long}: one that a migration plan can name, or a class of
 * a jar.
 */
public final class NamedStates {
  private static final List<String> KINDS = List.of("value", "list", "map");
  private static final String WITH_TTL = "+ttl";

  /** Of no meaning: a savepoint has no TTL, but whether there is one. */
  private static final Duration ANY_TTL = Duration.ofDays(1);

  private NamedStates() {}

  /**
   * Returns the states of an operator.
   *
   * @throws IllegalArgumentException if a text is not of that form, or names no type
   */
  public static OperatorStates of(
      OperatorId id, int maxParallelism, String keyType, List<String> states) {
    Map<String, StateDescriptor<?, ?>> named = new LinkedHashMap<>();
    for (String text : states) {
      StateDescriptor<?, ?> state = state(text);
      if (named.put(state.getName(), state) != null) {
        throw new IllegalArgumentException(
            "Invalid --state: '" + state.getName() + "' is there twice");
      }
    }
    NewHeader header = new NewHeader();
    named.values().forEach(header::addKeyed);
    List<String> names = List.copyOf(named.keySet());
    return new OperatorStates(
        id,
        maxParallelism,
        null,
        header.ofKeys(serializer(keyType)),
        null,
        Map.of(),
        names.size() == 1 ? ShortRows.ofState(names.get(0)) : ShortRows.none(names));
  }

  private static StateDescriptor<?, ?> state(String text) {
    int nameEnd = text.indexOf('=');
    int kindEnd = text.indexOf(':', nameEnd);
    if (nameEnd <= 0 || kindEnd < 0) {
      throw new IllegalArgumentException(
          "Invalid --state: must be NAME=KIND:TYPE, such as total=value:Long, but was '"
              + text
              + "'");
    }
    String kind = text.substring(nameEnd + 1, kindEnd);
    boolean hasTtl = kind.endsWith(WITH_TTL);
    StateDescriptor<?, ?> state =
        state(
            text.substring(0, nameEnd),
            hasTtl ? kind.substring(0, kind.length() - WITH_TTL.length()) : kind,
            text.substring(kindEnd + 1));
    if (hasTtl) {
      state.enableTimeToLive(StateTtlConfig.newBuilder(ANY_TTL).build());
    }
    return state;
  }

  private static StateDescriptor<?, ?> state(String name, String kind, String type) {
    return switch (kind) {
      case "value" -> new ValueStateDescriptor<>(name, serializer(type));
      case "list" -> new ListStateDescriptor<>(name, serializer(type));
      case "map" -> map(name, type);
      default ->
          throw new IllegalArgumentException(
              Unknown.message("kind of state", kind, KINDS) + ", each also with " + WITH_TTL);
    };
  }

  private static StateDescriptor<?, ?> map(String name, String types) {
    int comma = types.indexOf(',');
    if (comma < 0) {
      throw new IllegalArgumentException(
          "Invalid --state: a map needs two types, such as String,Long, but has '" + types + "'");
    }
    return new MapStateDescriptor<>(
        name, serializer(types.substring(0, comma)), serializer(types.substring(comma + 1)));
  }

  private static TypeSerializer<?> serializer(String type) {
    String stripped = type.strip();
    TypeSerializer<?> ofClass = TypeText.isType(stripped) ? null : ofClass(stripped);
    return ofClass == null ? NewSerializers.of(TypeText.parse(stripped)) : ofClass;
  }

  private static @Nullable TypeSerializer<?> ofClass(String type) {
    TypeSerializer<?> found = NewSerializers.ofClass(type);
    if (found == null && type.indexOf('.') > 0) {
      throw new IllegalArgumentException("Unknown class '" + type + "': name its jar with --jar");
    }
    return found;
  }
}
