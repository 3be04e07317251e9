// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.operator;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import io.drey.state.snapshot.registry.ConnectorState;
import io.drey.state.snapshot.registry.StateMeanings;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An operator state: a list, a union list or a broadcast map.
 *
 * @param mode how it is redistributed when the parallelism changes
 * @param mapKey the type of a broadcast map's keys; null for lists
 * @param value the type of an element, or of a map's value
 * @param serializer the class of the serializer of the values
 */
public record OperatorState(
    String name, Mode mode, @Nullable ValueType mapKey, ValueType value, String serializer) {

  private static final OpaqueType NONE = new OpaqueType("missing serializer", 0);

  static List<OperatorState> of(FileHeader header, OperatorHandle handle) {
    List<OperatorState> states = of(header, StateMeanings.of(handle.marker()));
    if (header.obstacle() != null) {
      Set<String> known = states.stream().map(OperatorState::name).collect(Collectors.toSet());
      OpaqueType unknown = new OpaqueType(header.obstacle(), 0);
      for (Partitions others : handle.states()) {
        if (!known.contains(others.state())) {
          ValueType key = others.mode() == Mode.BROADCAST ? unknown : null;
          states.add(
              new OperatorState(others.state(), others.mode(), key, unknown, header.obstacle()));
        }
      }
    }
    return states;
  }

  /** The states of a header all of which is known, with what they stand for. */
  public static List<OperatorState> of(FileHeader header, @Nullable OperatorMarker marker) {
    return of(header, StateMeanings.of(marker));
  }

  private static List<OperatorState> of(FileHeader header, StateMeanings meanings) {
    List<OperatorState> states = new ArrayList<>();
    for (StateHeader state : header.states()) {
      if (OperatorMarker.of(state.name()) != null) {
        continue;
      }
      ValueType value = state.types().getOrDefault(StateHeader.VALUE, NONE);
      ValueType key = state.types().getOrDefault(StateHeader.KEY, NONE);
      boolean isBroadcast = state.backing() == Backing.BROADCAST;
      String serializer = state.serializers().getOrDefault(StateHeader.VALUE, NONE.text());
      states.add(
          new OperatorState(
              state.name(),
              mode(state),
              isBroadcast ? key : null,
              isBroadcast ? value : meanings.value(state.name(), element(state, value)),
              serializer));
    }
    return states;
  }

  private static ValueType element(StateHeader state, ValueType value) {
    return ConnectorState.element(state.name(), value);
  }

  private static Mode mode(StateHeader state) {
    if (state.backing() == Backing.BROADCAST) {
      return Mode.BROADCAST;
    }
    return Mode.UNION.name().equals(state.options().get("OPERATOR_STATE_DISTRIBUTION_MODE"))
        ? Mode.UNION
        : Mode.SPLIT_DISTRIBUTE;
  }

  /** Whether every subtask has a copy of it. */
  public boolean isBroadcast() {
    return mapKey != null;
  }

  /** The type of the value, as it is shown. */
  public String valueText() {
    return mapKey == null
        ? "List<" + value.text() + ">"
        : "Map<" + mapKey.text() + ", " + value.text() + ">";
  }
}
