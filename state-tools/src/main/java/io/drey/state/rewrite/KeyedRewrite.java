// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.CanonicalWriter;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.keyed.SubtaskEntries;
import io.drey.state.snapshot.type.TimerType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rewrites the keyed state of one subtask in canonical format. */
final class KeyedRewrite {
  private final FileHeader header;
  private final Map<String, Output> outputs;

  private @Nullable KeyedState last;
  private @Nullable Output ofLast;

  private KeyedRewrite(FileHeader header, Map<String, Output> outputs) {
    this.header = header;
    this.outputs = outputs;
  }

  /**
   * Plans to rewrite the keyed state of a subtask.
   *
   * @param source its states, all of which are known
   */
  static KeyedRewrite of(SubtaskEntries source, KeyedEdit edit) {
    List<StateHeader> headers = new ArrayList<>();
    List<KeyedState> states = source.entries().states();
    Map<String, Output> outputs = new HashMap<>();
    for (int i = 0; i < states.size(); i++) {
      KeyedState state = states.get(i);
      StateEdit edited = edit.of(state, source.header().states().get(i));
      if (edited != null) {
        Output output = new Output(headers.size(), edited, canonical(state, source.entries()));
        outputs.put(state.name(), output);
        headers.add(edited.header());
      }
    }
    return new KeyedRewrite(source.header().with(headers), outputs);
  }

  /** Returns what turns values of a source into those of a canonical file. */
  private static UnaryOperator<ByteReader> canonical(KeyedState state, EntryReader source) {
    if (source.countsListElements() && state.kind() == KeyedStateType.LIST) {
      return new DelimitedList(state.value())::of;
    }
    boolean isRawTimer = state.value() instanceof TimerType timer && !timer.isSorted();
    return isRawTimer ? new SortedInstant()::of : UnaryOperator.identity();
  }

  /** The header of the new file. */
  FileHeader header() {
    return header;
  }

  /** Rewrites all entries. */
  void write(EntryReader entries, CanonicalWriter out) throws IOException {
    while (entries.next()) {
      Entry entry = entries.entry();
      Output output = output(entry.state());
      if (output != null) {
        output.out = out;
        output.edit.entries().edit(entry, output);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // the entries of a state follow one another
  private @Nullable Output output(KeyedState state) {
    if (state != last) {
      last = state;
      ofLast = outputs.get(state.name());
    }
    return ofLast;
  }

  /** A state of the new file. */
  private static final class Output implements EntryOutput {
    private final int number;
    private final StateEdit edit;
    private final UnaryOperator<ByteReader> canonical;
    private @Nullable CanonicalWriter out;

    Output(int number, StateEdit edit, UnaryOperator<ByteReader> canonical) {
      this.number = number;
      this.edit = edit;
      this.canonical = canonical;
    }

    @Override
    public void same(Entry entry) throws IOException {
      ByteReader value = canonical.apply(entry.value());
      entry(entry.keyGroup(), entry.key(), entry.namespace(), entry.mapKey(), value);
    }

    @Override
    public void entry(
        int keyGroup, ByteReader key, ByteReader namespace, ByteReader mapKey, ByteReader value)
        throws IOException {
      if (out != null) {
        out.add(keyGroup, number, edit.state(), key, namespace, mapKey, value);
      }
    }
  }
}
