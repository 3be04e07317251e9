// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.read.Damage;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.sort.RecordSorter;
import io.drey.state.sort.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Compares two snapshots, operator by operator. */
public final class SavepointDiff {
  private final SnapshotFiles from;
  private final SnapshotFiles to;
  private final DiffOptions options;
  private final DiffSink sink;
  private final Damage damageFrom = new Damage();
  private final Damage damageTo = new Damage();
  private boolean isFound;
  private int states;
  private DiffCounts entries = DiffCounts.NONE;

  private SavepointDiff(SnapshotFiles from, SnapshotFiles to, DiffOptions options, DiffSink sink) {
    this.from = from;
    this.to = to;
    this.options = options;
    this.sink = sink;
  }

  /**
   * Reports differences in the order of operators, states and keys.
   *
   * @param isWanted which operators are compared
   * @throws io.drey.state.snapshot.SavepointException if the metadata of a side cannot be read
   * @throws java.io.UncheckedIOException if a temporary file cannot be written
   */
  public static Difference compare(
      SnapshotFiles from,
      SnapshotFiles to,
      Predicate<OperatorSnapshot> isWanted,
      DiffOptions options,
      DiffSink sink) {
    return new SavepointDiff(from, to, options, sink).compare(isWanted);
  }

  private Difference compare(Predicate<OperatorSnapshot> isWanted) {
    List<OperatorPair> pairs =
        OperatorPair.of(wanted(from.metadata(), isWanted), wanted(to.metadata(), isWanted));
    for (OperatorPair pair : pairs) {
      if (!sink.isClosed()) {
        compare(pair);
      }
    }
    List<String> damage = new ArrayList<>(damageFrom.messages());
    damage.addAll(damageTo.messages());
    // the sink closes only after it has received a difference
    return new Difference(damage, isFound || sink.isClosed(), pairs.size(), states, entries);
  }

  private static List<OperatorSnapshot> wanted(
      Metadata metadata, Predicate<OperatorSnapshot> isWanted) {
    return metadata.operators().stream().filter(isWanted).toList();
  }

  private void compare(OperatorPair operator) {
    DiffCounts before = entries;
    compareStates(operator);
    ChangeType change = operator.change();
    if (change != null) {
      DiffCounts own = entries.minus(before);
      tell(new StateChange(operator.name(), null, change, own, null, null));
    }
  }

  private void compareStates(OperatorPair operator) {
    OperatorSide left = new OperatorSide(Side.FROM, from, operator.from());
    OperatorSide right = new OperatorSide(Side.TO, to, operator.to());
    StatePairs pairs = StatePairs.of(left, right);
    try (RecordSorter leftEntries = sorter();
        RecordSorter rightEntries = sorter()) {
      SideReader leftReader = new SideReader(left, pairs, options, leftEntries, damageFrom);
      SideReader rightReader = new SideReader(right, pairs, options, rightEntries, damageTo);
      Concurrently<Records> sorted = Concurrently.of(leftReader::read, rightReader::read);
      EntryRows rows = new EntryRows(operator.name(), sink, options.rows());
      new EntryJoin(pairs.all(), rows, pair -> tell(operator, pair))
          .join(sorted.first(), sorted.second());
    }
  }

  private RecordSorter sorter() {
    return new RecordSorter(options.directory(), options.memory() / Side.values().length);
  }

  private void tell(OperatorPair operator, StatePair pair) {
    states++;
    entries = entries.plus(pair.counts());
    StateChange change = pair.outcome(operator.name());
    if (change != null) {
      tell(change);
    }
  }

  private void tell(StateChange change) {
    isFound = true;
    sink.state(change);
  }
}
