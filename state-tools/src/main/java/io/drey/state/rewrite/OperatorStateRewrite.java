// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.rewrite.edit.OperatorStateEdit;
import io.drey.state.rewrite.edit.OperatorStateEdit.ListEdit;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.operator.OperatorState;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rewrites the operator state of one subtask. */
final class OperatorStateRewrite {
  private final OperatorHandle source;
  private final Map<String, Output> outputs = new LinkedHashMap<>();
  private final ByteWriter buffer = new ByteWriter();

  private OperatorStateRewrite(OperatorHandle source) {
    this.source = source;
  }

  /** Plans to rewrite the state of a handle. */
  static OperatorStateRewrite of(
      OperatorHandle source, OperatorEntries entries, OperatorStateEdit edit) {
    OperatorStateRewrite rewrite = new OperatorStateRewrite(source);
    Map<String, StateHeader> headers = new HashMap<>();
    entries.header().states().forEach(header -> headers.put(header.name(), header));
    for (OperatorState state : entries.states()) {
      StateHeader header = Objects.requireNonNull(headers.get(state.name()));
      rewrite.outputs.put(
          state.name(), new Output(edit.of(state, header, source), state.isBroadcast()));
    }
    return rewrite;
  }

  /** Rewrites all elements, and returns the handle of the file. */
  OperatorHandle write(OperatorEntries entries, OutputStream out, String name) throws IOException {
    header(entries.header()).write(buffer);
    while (entries.next()) {
      Output output = outputs.get(entries.state().name());
      if (output != null) {
        output.edit(entries, buffer);
      }
    }
    outputs.values().forEach(output -> output.end(buffer));
    List<Partitions> all = new ArrayList<>();
    for (Partitions old : source.all()) {
      Partitions partitions = partitions(old);
      if (partitions != null) {
        all.add(partitions);
      }
    }
    out.write(buffer.buffer(), 0, buffer.size());
    return new OperatorHandle(all, FileSlice.whole(name, buffer.size()), false);
  }

  private FileHeader header(FileHeader old) {
    List<StateHeader> states = new ArrayList<>();
    for (StateHeader state : old.states()) {
      Output output = outputs.get(state.name());
      if (output == null) {
        states.add(state);
      } else if (output.edit != null) {
        states.add(output.edit.header());
      }
    }
    return old.with(states);
  }

  private @Nullable Partitions partitions(Partitions old) {
    Output output = outputs.get(old.state());
    if (output == null) {
      return OperatorMarker.of(old.state()) == null ? null : old;
    }
    return output.edit == null
        ? null
        : new Partitions(output.edit.header().name(), old.mode(), output.finish(buffer));
  }

  /** What has become of the states. */
  List<StateResult> results(OperatorId operator) {
    List<StateResult> results = new ArrayList<>();
    outputs.forEach(
        (state, output) -> {
          String newState = output.edit == null ? null : output.edit.header().name();
          results.add(
              new StateResult(
                  operator,
                  state,
                  newState,
                  output.read,
                  output.written,
                  output.bytes,
                  output.removed(),
                  Examples.NONE));
        });
    return results;
  }

  /** What becomes of a state. */
  private static final class Output {
    private final @Nullable ListEdit edit;
    private final boolean isBroadcast;
    private final List<Long> offsets = new ArrayList<>();

    /** The entries of a broadcast map, which follow their number. */
    private final ByteWriter map = new ByteWriter();

    private long read;
    private long written;
    private long bytes;

    /**
     * @param edit null if the state is dropped
     */
    Output(@Nullable ListEdit edit, boolean isBroadcast) {
      this.edit = edit;
      this.isBroadcast = isBroadcast;
    }

    void edit(OperatorEntries entries, ByteWriter list) {
      read++;
      if (edit != null) {
        edit.elements()
            .edit(
                entries.mapKey(),
                entries.value(),
                (key, value) -> add(key, value, isBroadcast ? map : list));
      }
    }

    void end(ByteWriter list) {
      if (edit != null && !isBroadcast) {
        edit.elements().end((key, value) -> add(key, value, list));
      }
    }

    private void add(ByteReader mapKey, ByteReader value, ByteWriter out) {
      int from = out.size();
      if (isBroadcast) {
        out.writeBytes(mapKey);
      } else {
        offsets.add((long) from);
      }
      out.writeBytes(value);
      written++;
      bytes += out.size() - from;
    }

    long removed() {
      return edit == null ? 0 : Math.max(0, read - written);
    }

    List<Long> finish(ByteWriter out) {
      if (isBroadcast) {
        offsets.add((long) out.size());
        out.writeInt((int) written);
        out.writeBytes(map.buffer(), 0, map.size());
      }
      return offsets;
    }
  }
}
