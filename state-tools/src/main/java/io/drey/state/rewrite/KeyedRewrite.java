// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.rewrite.edit.EntryEdit;
import io.drey.state.rewrite.edit.EntryOutput;
import io.drey.state.rewrite.edit.KeyedEdit;
import io.drey.state.rewrite.edit.StateEdit;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.file.Progress;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.keyed.SubtaskEntries;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.type.TimerType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rewrites the keyed state of one subtask in canonical format. */
final class KeyedRewrite {
  private final FileHeader header;
  private final List<KeyedState> states;
  private final Map<String, Output> outputs;

  private @Nullable KeyedState last;
  private @Nullable Output ofLast;

  private KeyedRewrite(FileHeader header, List<KeyedState> states, Map<String, Output> outputs) {
    this.header = header;
    this.states = states;
    this.outputs = outputs;
  }

  /**
   * Plans to rewrite the keyed state of a subtask.
   *
   * @param source its states, all of which are known
   */
  static KeyedRewrite of(OperatorId operator, SubtaskEntries source, KeyedEdit edit) {
    List<StateHeader> headers = new ArrayList<>();
    List<KeyedState> made = new ArrayList<>();
    List<KeyedState> states = source.entries().states();
    Map<String, Output> outputs = new LinkedHashMap<>();
    for (int i = 0; i < states.size(); i++) {
      KeyedState state = states.get(i);
      StateEdit edited = edit.of(state, source.header().states().get(i));
      int number = headers.size();
      Output output = new Output(number, edited, canonical(state, source.entries()));
      if (edited != null && isShown(state, edited)) {
        output.examples = new Examples.Collector(operator, source.entries().countsListElements());
      }
      outputs.put(state.name(), output);
      if (edited != null) {
        headers.add(edited.header());
        made.add(edited.state().named(edited.header().name()));
      }
    }
    return new KeyedRewrite(source.header().with(headers), made, outputs);
  }

  /** Timers are kept or removed, but do not change. */
  private static boolean isShown(KeyedState state, StateEdit edited) {
    return state.kind() != KeyedStateType.TIMERS
        && edited.entries() != EntryEdit.KEEP
        && edited.entries().hasExamples();
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

  /** The states of the new file, in the order of their numbers. */
  List<KeyedState> states() {
    return states;
  }

  /** Rewrites all entries. */
  void write(EntryReader entries, EntrySink out, Progress progress) throws IOException {
    while (entries.next()) {
      progress.addEntry();
      Entry entry = entries.entry();
      output(entry.state()).edit(entry, out);
    }
    endLast();
  }

  private void endLast() throws IOException {
    if (ofLast != null) {
      ofLast.end();
    }
  }

  @SuppressWarnings("ReferenceEquality") // the entries of a state follow one another
  private Output output(KeyedState state) throws IOException {
    Output output = ofLast;
    if (state != last || output == null) {
      endLast();
      last = state;
      output = Objects.requireNonNull(outputs.get(state.name()));
      ofLast = output;
    }
    return output;
  }

  /** What has become of the states. */
  List<StateResult> results(OperatorId operator) {
    List<StateResult> results = new ArrayList<>();
    outputs.forEach((state, output) -> results.add(output.result(operator, state)));
    return results;
  }

  /** What becomes of a state. */
  private static final class Output implements EntryOutput {
    private final int number;
    private final @Nullable StateEdit edit;
    private final UnaryOperator<ByteReader> canonical;
    private @Nullable EntrySink out;
    private long read;
    private long written;
    private long bytes;
    private long removed;
    private Examples.@Nullable Collector examples;

    /**
     * @param edit null if the state is dropped
     */
    Output(int number, @Nullable StateEdit edit, UnaryOperator<ByteReader> canonical) {
      this.number = number;
      this.edit = edit;
      this.canonical = canonical;
    }

    void edit(Entry entry, EntrySink to) throws IOException {
      read++;
      out = to;
      if (examples != null) {
        examples.addBefore(entry);
      }
      if (edit != null) {
        edit.entries().edit(entry, this);
      }
    }

    void end() throws IOException {
      if (edit != null) {
        edit.entries().end(this);
      }
    }

    @Override
    public ByteReader canonical(Entry entry) {
      return canonical.apply(entry.value());
    }

    @Override
    public void removed(long items) {
      removed += items;
    }

    @Override
    public void same(Entry entry) throws IOException {
      ByteReader value = canonical(entry);
      entry(entry.keyGroup(), entry.key(), entry.namespace(), entry.mapKey(), value);
    }

    @Override
    public void entry(
        int keyGroup, ByteReader key, ByteReader namespace, ByteReader mapKey, ByteReader value)
        throws IOException {
      if (out != null && edit != null) {
        written++;
        if (examples != null && examples.wantsAfter()) {
          examples.addAfter(Entry.of(edit.state(), keyGroup, key, namespace, mapKey, value));
        }
        bytes += out.add(keyGroup, number, edit.state(), key, namespace, mapKey, value);
      }
    }

    StateResult result(OperatorId operator, String state) {
      String newState = edit == null ? null : edit.header().name();
      return new StateResult(
          operator,
          state,
          newState,
          read,
          written,
          bytes,
          removed,
          examples == null ? Examples.NONE : examples.all());
    }
  }
}
