// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.jobs.yaml.Unknown;
import io.drey.state.rewrite.NewFile;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.keyed.CanonicalWriter;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.metadata.AddedOperator;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.registry.KeyHash;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.value.UnfitValueException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An operator that gets its state from rows. */
public final class Bootstrap implements FilledOperator {
  private final OperatorStates operator;
  private final long access;
  private final RowProblems problems;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<EntryEncoder> encoders = new ArrayList<>();
  private final EncodedEntry encoded = new EncodedEntry();
  private final @Nullable KeyedRows keyed;
  private final @Nullable RelatedRows related;
  private final @Nullable OwnRows own;
  private long rows;
  private long line;

  private Bootstrap(OperatorStates operator, String file, long access, Path temporary) {
    this.operator = operator;
    this.access = access;
    this.problems = new RowProblems(file);
    this.keyed = operator.keyed() == null ? null : keyed(operator, operator.keyed(), temporary);
    this.own =
        operator.own() == null
            ? null
            : new OwnRows(operator.own(), operator.marker(), operator.definition());
    this.related = keyed == null ? null : related(keyed, temporary);
  }

  private RelatedRows related(KeyedRows rowsOf, Path temporary) {
    List<KeyedState> states = encoders.stream().map(EntryEncoder::state).toList();
    Set<String> names = own == null ? Set.of() : Set.copyOf(own.names());
    return new RelatedRows(
        operator, states, names, sink(rowsOf), temporary, KeyedRows.budget() / 2);
  }

  private EntrySink sink(KeyedRows rowsOf) {
    return (group, number, state, key, namespace, mapKey, value) -> {
      rowsOf.add(group, number, key, namespace, mapKey, value, line);
      return 0;
    };
  }

  private KeyedRows keyed(OperatorStates of, FileHeader header, Path temporary) {
    List<KeyedState> states = KeyedState.of(header, of.marker());
    KeyText keys = new KeyText(of.keyFields());
    for (KeyedState state : states) {
      numbers.put(state.name(), encoders.size());
      encoders.add(new EntryEncoder(state, keys, access));
    }
    KeyHash hash = states.isEmpty() ? in -> 0 : KeyHash.of(states.get(0).key());
    if (hash == null) {
      throw new RefusedException(
          of.id(),
          "the hash of its keys of type "
              + states.get(0).key().text()
              + " is known only to the job, and so are their key groups");
    }
    return new KeyedRows(temporary, states, hash, of.maxParallelism());
  }

  /**
   * Reads all rows.
   *
   * @param access the instant (ms) of last access of rows that do not say it
   * @param temporary for what does not fit into memory
   * @throws InvalidRowsException if some cannot be written
   * @throws RefusedException if what they hold is of no use to the operator
   */
  public static Bootstrap of(OperatorStates operator, RowLines lines, long access, Path temporary)
      throws IOException {
    Bootstrap bootstrap = new Bootstrap(operator, lines.name(), access, temporary);
    try {
      bootstrap.read(lines);
      return bootstrap;
    } catch (IOException | RuntimeException e) {
      bootstrap.close();
      throw e;
    }
  }

  private void read(RowLines lines) throws IOException {
    while (lines.next()) {
      rows++;
      try {
        add(RowParser.parse(lines));
      } catch (InvalidRowException | UnfitValueException e) {
        problems.add(lines.number(), String.valueOf(e.getMessage()));
      } catch (UndecodableException e) {
        problems.add(
            lines.number(),
            "Invalid value: only " + e.getMessage() + " can encode it, and so it has to be absent");
      }
    }
    problems.throwIfAny();
    line = 0;
    if (related != null) {
      related.write(name -> entries(name) > 0, own);
    }
  }

  private void add(Row row) {
    row.checkNames();
    if (row.state() == null) {
      operator.shortRows().complete(row, access, this::addComplete);
    } else {
      addComplete(row);
    }
  }

  private void addComplete(Row row) {
    String state = String.valueOf(row.state());
    Integer number = numbers.get(state);
    if (number != null && keyed != null && related != null) {
      KeyedState known = encoders.get(number).state();
      encoders.get(number).encode(row, encoded);
      int group = keyed.groupOf(encoded.keyReader());
      line = row.line();
      try {
        encoded.passTo(related.of(known), group, number, known);
      } catch (IOException e) {
        throw new UncheckedIOException("Failed to write temporary files", e);
      }
    } else if (own != null && own.has(state)) {
      own.add(state, row);
    } else {
      throw new InvalidRowException(Unknown.message("state", state, names()));
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(numbers.keySet());
    if (own != null) {
      names.addAll(own.names());
    }
    return names;
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public boolean hasKeyedState() {
    return keyed != null;
  }

  @Override
  public OperatorId id() {
    return operator.id();
  }

  @Override
  public AddedOperator write(Files files) throws IOException {
    KeyedHandle.Sections keys =
        keyed == null || keyed.isEmpty() ? null : write(keyed, files.keyed());
    OperatorHandle states = own == null || own.isEmpty() ? null : write(own, files.operator());
    problems.throwIfAny();
    return new AddedOperator(operator.id(), operator.maxParallelism(), states, keys, null);
  }

  private KeyedHandle.Sections write(KeyedRows entries, NewFile file) throws IOException {
    FileHeader header = entries.header(Objects.requireNonNull(operator.keyed()));
    int groups = operator.maxParallelism();
    try (CanonicalWriter out =
        new CanonicalWriter(file.out(), header, new KeyGroups(0, groups), groups)) {
      entries.writeTo(out, problems);
      return out.finish(file.name());
    }
  }

  private static OperatorHandle write(OwnRows rows, NewFile file) throws IOException {
    try (OutputStream out = file.out()) {
      return rows.write(out, file.name());
    }
  }

  @Override
  public List<StateCount> counts() {
    List<StateCount> counts = new ArrayList<>();
    for (String name : names()) {
      if (entries(name) > 0) {
        counts.add(new StateCount(name, entries(name), bytes(name)));
      }
    }
    return counts;
  }

  private long entries(String name) {
    Integer number = numbers.get(name);
    if (number != null && keyed != null) {
      return keyed.entries(number);
    }
    return own == null || !own.has(name) ? 0 : own.entries(name);
  }

  private long bytes(String name) {
    Integer number = numbers.get(name);
    if (number != null && keyed != null) {
      return keyed.bytes(number);
    }
    return own == null ? 0 : own.bytes(name);
  }

  @Override
  public void close() {
    if (keyed != null) {
      keyed.close();
    }
    if (related != null) {
      related.close();
    }
  }
}
