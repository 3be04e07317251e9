// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.Row;
import io.drey.state.migration.RowException;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.RowVariable;
import io.drey.state.rewrite.edit.EntryEdit;
import io.drey.state.rewrite.edit.EntryOutput;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.value.UnfitValueException;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Makes new values, lists or maps of old ones, each of them as a whole. The entries of a map follow
 * one another in every format: its key and namespace begin the keys of all of its entries.
 */
final class WholeChange implements EntryEdit {
  private final String operator;
  private final NewValues values;
  private final WholeState state;
  private final EntryRow row;
  private final OldWhole old;
  private final NewWhole made;
  private final ByteWriter key = new ByteWriter();
  private final ByteWriter namespace = new ByteWriter();
  private final ByteReader keyOfMade = ByteReader.views();
  private final ByteReader namespaceOfMade = ByteReader.views();
  private int keyGroup;
  private boolean isStarted;

  WholeChange(String operator, KeyedState from, NewValues values, WholeState state) {
    this.operator = operator;
    this.values = values;
    RowExpression transform = Objects.requireNonNull(values.transform());
    this.state = state;
    // errors name the key
    Set<RowVariable> used = EnumSet.of(RowVariable.KEY);
    used.addAll(transform.used());
    used.removeAll(EnumSet.of(RowVariable.MAP_KEY));
    this.row = new EntryRow(operator, from, used);
    this.old = new OldWhole(operator, from, values);
    this.made = new NewWhole(state);
  }

  @Override
  public void edit(Entry entry, EntryOutput to) throws IOException {
    if (!isStarted || !isOfSame(entry)) {
      end(to);
      start(entry);
    }
    old.add(entry, to.canonical(entry));
  }

  private boolean isOfSame(Entry entry) {
    return entry.keyGroup() == keyGroup
        && isEqual(key, entry.key())
        && isEqual(namespace, entry.namespace());
  }

  private static boolean isEqual(ByteWriter known, ByteReader part) {
    int from = part.position();
    int to = from + (int) part.remaining();
    return Arrays.equals(known.buffer(), 0, known.size(), part.bytes(), from, to);
  }

  private void start(Entry entry) {
    isStarted = true;
    keyGroup = entry.keyGroup();
    key.clear();
    key.writeBytes(entry.key());
    namespace.clear();
    namespace.writeBytes(entry.namespace());
    row.of(entry);
    old.clear();
  }

  @Override
  public void end(EntryOutput to) throws IOException {
    if (isStarted && !old.isEmpty()) {
      make();
      keyOfMade.wrap("key", key.buffer(), key.size());
      namespaceOfMade.wrap("namespace", namespace.buffer(), namespace.size());
      made.passOn((mapKey, value) -> to.entry(keyGroup, keyOfMade, namespaceOfMade, mapKey, value));
    }
    isStarted = false;
  }

  private void make() {
    Object tree = old.tree();
    Row whole = row.with(tree, old.times().areNone() ? values.access() : old.times().newest());
    try {
      long access = state.access(old.times(), values.access());
      made.encode(values.made(whole, tree), access);
    } catch (RowException e) {
      throw new RefusedException(operator, String.valueOf(e.getMessage()));
    } catch (UnfitValueException e) {
      throw new RefusedException(operator, whole + ": " + e.getMessage());
    }
  }
}
