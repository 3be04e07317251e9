// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.registry.StateMeanings;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NoNamespace;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.TimerType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A keyed state of an operator.
 *
 * @param mapKey the type of a map state's keys; null for other kinds
 * @param value the type of a value, an element, or a map's value; for timers, of the instant
 * @param serializer the class of the serializer of the values
 */
public record KeyedState(
    String name,
    KeyedStateType kind,
    ValueType key,
    ValueType namespace,
    @Nullable ValueType mapKey,
    ValueType value,
    String serializer) {
  private static final OpaqueType NO_TYPE = new OpaqueType("missing serializer", 0);

  /** A placeholder before the first state. */
  static final KeyedState NONE =
      new KeyedState("", KeyedStateType.VALUE, NO_TYPE, NO_TYPE, null, NO_TYPE, "");

  private static final String TIMER_SERIALIZER =
      "org.apache.flink.streaming.api.operators.TimerSerializer";

  /** The states of a file, in the order of their numbers. */
  public static List<KeyedState> of(FileHeader header) {
    ValueType key = header.key() == null ? NO_TYPE : header.key();
    List<KeyedState> states = new ArrayList<>();
    for (StateHeader state : header.states()) {
      states.add(of(state, key, header.file()));
    }
    if (header.obstacle() != null) {
      states.add(unknown(key, header.obstacle()));
    }
    return states;
  }

  /** Returns what stands for the states that follow an unknown serializer, after all others. */
  private static KeyedState unknown(ValueType key, String obstacle) {
    return new KeyedState(
        "?",
        KeyedStateType.UNKNOWN,
        key,
        NoNamespace.VOID,
        null,
        new OpaqueType(obstacle, 0),
        obstacle);
  }

  /** The same with what they stand for in an operator of Drey's. */
  public static List<KeyedState> of(FileHeader header, @Nullable OperatorMarker marker) {
    StateMeanings meanings = StateMeanings.of(marker);
    return of(header).stream().map(state -> state.with(meanings)).toList();
  }

  private static KeyedState of(StateHeader header, ValueType key, String file) {
    ValueType value = type(header, StateHeader.VALUE);
    if (header.backing() == Backing.PRIORITY_QUEUE) {
      return timers(header.name(), key, value, serializer(header));
    }
    String option = header.options().getOrDefault(StateHeader.KIND, "");
    KeyedStateType kind = KeyedStateType.of(option);
    if (kind == null) {
      throw new SavepointException(file, "unknown kind of state: '" + option + "'");
    }
    ValueType namespace = type(header, "NAMESPACE_SERIALIZER");
    if (kind == KeyedStateType.MAP) {
      return map(header, key, namespace, value);
    }
    boolean isWhole = header.backing() != Backing.KEY_VALUE_V2;
    ValueType element = kind == KeyedStateType.LIST && isWhole ? element(value) : value;
    return new KeyedState(header.name(), kind, key, namespace, null, element, serializer(header));
  }

  private static KeyedState timers(String name, ValueType key, ValueType value, String serializer) {
    return value instanceof TimerType timer
        ? new KeyedState(
            name, KeyedStateType.TIMERS, timer.key(), timer.namespace(), null, timer, serializer)
        : new KeyedState(name, KeyedStateType.QUEUE, key, NO_TYPE, null, value, serializer);
  }

  /** Returns the timers of a timer service in raw keyed state. */
  static KeyedState rawTimers(String name, ValueType key, ValueType namespace) {
    return timers(name, key, TimerType.raw(key, namespace), TIMER_SERIALIZER);
  }

  private static KeyedState map(
      StateHeader header, ValueType key, ValueType namespace, ValueType value) {
    ValueType mapKey = NO_TYPE;
    ValueType mapValue = value;
    if (header.backing() == Backing.KEY_VALUE_V2) {
      mapKey = type(header, StateHeader.MAP_KEY);
    } else if (value.bare() instanceof MapType map) {
      mapKey = map.key();
      mapValue = map.value();
    }
    return new KeyedState(
        header.name(), KeyedStateType.MAP, key, namespace, mapKey, mapValue, serializer(header));
  }

  private static ValueType element(ValueType list) {
    return list instanceof SequenceType sequence ? sequence.element() : list;
  }

  private static String serializer(StateHeader header) {
    return header.serializers().getOrDefault(StateHeader.VALUE, NO_TYPE.text());
  }

  private static ValueType type(StateHeader header, String role) {
    return header.types().getOrDefault(role, NO_TYPE);
  }

  /** Returns this state with what its values stand for. */
  KeyedState with(StateMeanings meanings) {
    return new KeyedState(
        name,
        kind,
        meanings.key(key),
        namespace,
        mapKey == null ? null : meanings.mapKey(name, mapKey),
        meanings.value(name, value),
        serializer);
  }

  /** Returns this state under another name. */
  public KeyedState named(String other) {
    return new KeyedState(other, kind, key, namespace, mapKey, value, serializer);
  }

  /** Returns this state with values of another type. */
  public KeyedState withValue(ValueType other) {
    return new KeyedState(name, kind, key, namespace, mapKey, other, serializer);
  }

  /**
   * Returns this state as one of another kind.
   *
   * @param otherMapKey the type of the keys of its entries; null unless it becomes a map
   * @param other the type of values, elements or values of entries
   */
  public KeyedState ofKind(
      KeyedStateType otherKind, @Nullable ValueType otherMapKey, ValueType other) {
    return new KeyedState(name, otherKind, key, namespace, otherMapKey, other, serializer);
  }

  /** The type of the value, the whole list or the whole map. */
  public ValueType whole() {
    return switch (kind) {
      case LIST -> SequenceType.list(value);
      case MAP -> mapKey == null ? value : new MapType(mapKey, value);
      default -> value;
    };
  }

  /** Whether the state has a TTL, so that values include the time of last access. */
  public boolean hasTtl() {
    return value instanceof TtlType;
  }

  /** The type of the value, as it is shown. */
  public String valueText() {
    return switch (kind) {
      case LIST -> "List<" + value.text() + ">";
      case MAP -> "Map<" + (mapKey == null ? "?" : mapKey.text()) + ", " + value.text() + ">";
      default -> value.text();
    };
  }
}
