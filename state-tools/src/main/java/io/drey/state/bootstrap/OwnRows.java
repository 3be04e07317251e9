// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.operators.rule.DefinitionState;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import io.drey.state.snapshot.operator.OperatorState;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operator state of an operator: lists and broadcast maps, which are kept in memory. */
final class OwnRows {
  private final FileHeader header;
  private final Map<String, String> definition;
  private final Map<String, OwnState> states = new LinkedHashMap<>();

  /**
   * @param header all states that there may be
   * @param marker what marks the operator; null if nothing does
   * @param definition the operator's definition, which is written in any case
   */
  OwnRows(FileHeader header, @Nullable OperatorMarker marker, Map<String, String> definition) {
    this.header = header;
    this.definition = definition;
    OperatorState.of(header, marker)
        .forEach(state -> states.put(state.name(), new OwnState(state)));
    definition.forEach((entry, value) -> named(DefinitionState.NAME).addMapEntry(entry, value, 0));
  }

  private OwnState named(String state) {
    return Objects.requireNonNull(states.get(state));
  }

  boolean has(String state) {
    return states.containsKey(state);
  }

  /** The names of all states. */
  List<String> names() {
    return List.copyOf(states.keySet());
  }

  /** Adds a row. */
  void add(String state, Row row) {
    if (state.equals(DefinitionState.NAME) && !definition.isEmpty()) {
      checkDefinition(row);
    } else {
      named(state).add(row);
    }
  }

  /** Adds an encoded element of a list. */
  void add(String state, ByteReader element) {
    named(state).add(element);
  }

  /** The definition is the job's, and rows may only repeat it. */
  private void checkDefinition(Row row) {
    String name = String.valueOf(row.get(Row.MAP_KEY));
    String own = definition.get(name);
    if (own != null && !own.equals(row.get(Row.VALUE))) {
      throw new InvalidRowException(
          "Invalid definition: "
              + name
              + " must be "
              + own
              + ", as the pipeline has it, but was "
              + row.get(Row.VALUE));
    }
  }

  /** How many elements or entries the rows gave a state. */
  long entries(String state) {
    return state.equals(DefinitionState.NAME) && !definition.isEmpty() ? 0 : named(state).count();
  }

  long bytes(String state) {
    return named(state).bytes();
  }

  /** Writes the states that have something, and what marks the operator. */
  OperatorHandle write(OutputStream out, String file) throws IOException {
    ByteWriter written = new ByteWriter();
    List<StateHeader> kept = header.states().stream().filter(this::isKept).toList();
    header.with(kept).write(written);
    List<Partitions> all = new ArrayList<>();
    for (StateHeader state : kept) {
      OwnState own = states.get(state.name());
      all.add(
          own == null
              ? new Partitions(state.name(), Mode.SPLIT_DISTRIBUTE, List.of())
              : own.write(written));
    }
    out.write(written.buffer(), 0, written.size());
    return new OperatorHandle(all, FileSlice.whole(file, written.size()), false);
  }

  private boolean isKept(StateHeader state) {
    OwnState own = states.get(state.name());
    return own == null || own.count() > 0;
  }

  /** Whether there is nothing to write. */
  boolean isEmpty() {
    return header.states().stream().noneMatch(this::isKept);
  }
}
