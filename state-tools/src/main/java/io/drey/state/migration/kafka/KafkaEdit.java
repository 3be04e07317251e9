// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.kafka;

import io.drey.state.json.ValueTree;
import io.drey.state.migration.KafkaChange;
import io.drey.state.rewrite.edit.CoordinatorEdit;
import io.drey.state.rewrite.edit.ElementEdit;
import io.drey.state.rewrite.edit.OperatorStateEdit;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the offsets of a Kafka source. Readers go on at the offsets of their partitions;
 * from the enumerator they get the others, if its version keeps offsets.
 */
public final class KafkaEdit {
  private final SplitChange change;
  private final KafkaState state;
  private final KafkaEnumerator enumerator;

  /** What the first reader gets in addition. */
  private final List<KafkaSplit> added = new ArrayList<>();

  private final Map<TopicPartition, PartitionChange> told = new HashMap<>();

  private KafkaEdit(SplitChange change, KafkaState state, KafkaEnumerator enumerator) {
    this.change = change;
    this.state = state;
    this.enumerator = enumerator;
  }

  /**
   * Plans a change.
   *
   * @param state what {@link KafkaCheck} has found no problem with; it cannot be used again
   */
  static KafkaEdit of(KafkaChange change, KafkaState state, KafkaEnumerator enumerator) {
    KafkaEdit edit = new KafkaEdit(SplitChange.of(change), state, enumerator);
    edit.plan();
    return edit;
  }

  private void plan() {
    Map<TopicPartition, KafkaSplit> known = new LinkedHashMap<>();
    state.splits().forEach(split -> known.put(split.partition(), split));
    List<TopicPartition> held = List.copyOf(known.keySet());
    enumerator.splits().forEach(split -> known.putIfAbsent(split.partition(), split));
    known.values().forEach(this::tell);
    change
        .offsets()
        .forEach(
            (partition, next) -> {
              if (!held.contains(partition)) {
                start(partition, next, known.get(partition));
              }
            });
    enumerator.removeIf(split -> !change.isKept(split));
    enumerator.splits().forEach(change::apply);
    added.forEach(change::apply);
  }

  private void tell(KafkaSplit split) {
    PartitionChange row = change.told(split);
    if (row != null) {
      told.put(row.partition(), row);
    }
  }

  /**
   * Starts a partition that no reader has.
   *
   * @param found what the enumerator keeps of it; null if nothing
   */
  private void start(TopicPartition partition, Object next, @Nullable KafkaSplit found) {
    KafkaSplit split = KafkaSplit.of(partition, next, found == null ? null : found.stop());
    if (found == null) {
      told.put(partition, new PartitionChange(partition, "added at " + next));
      enumerator.add(split, !enumerator.keepsOffsets());
    } else if (enumerator.keepsOffsets() || found.isUnassigned()) {
      found.assign(!enumerator.keepsOffsets());
    }
    if (!enumerator.keepsOffsets()) {
      added.add(split);
    }
  }

  /** The partitions that change, by topic and number. */
  public List<PartitionChange> partitions() {
    return told.values().stream().sorted(Comparator.comparing(PartitionChange::partition)).toList();
  }

  /** What becomes of the enumerator. */
  public CoordinatorEdit coordinator() {
    return enumerator::write;
  }

  /**
   * What becomes of the readers.
   *
   * @param others what becomes of other states; null if they stay
   */
  public OperatorStateEdit readers(@Nullable OperatorStateEdit others) {
    return new OperatorStateEdit() {
      @Override
      public @Nullable ListEdit of(OperatorState list, StateHeader header) {
        return others == null ? ListEdit.keep(header) : others.of(list, header);
      }

      @Override
      public @Nullable ListEdit of(OperatorState list, StateHeader header, OperatorHandle subtask) {
        return list.name().equals(KafkaState.READER)
            ? new ListEdit(header, new Splits(list.value(), subtask.equals(state.reader())))
            : of(list, header);
      }
    };
  }

  /** The splits of a reader. */
  private final class Splits implements ElementEdit {
    private final ValueType type;
    private final boolean isFirst;
    private final ValueTree tree = new ValueTree();
    private final ByteWriter bytes = new ByteWriter();
    private final ByteReader made = ByteReader.views();

    private Splits(ValueType type, boolean isFirst) {
      this.type = type;
      this.isFirst = isFirst;
    }

    @Override
    public void edit(ByteReader mapKey, ByteReader value, ElementOutput out) {
      type.write(value, tree);
      KafkaSplit split = KafkaSplit.of(tree.take());
      if (split != null && change.isKept(split)) {
        change.apply(split);
        write(split.members(), out);
      }
    }

    @Override
    public void end(ElementOutput out) {
      if (isFirst) {
        for (KafkaSplit split : added) {
          Map<Object, @Nullable Object> members = new LinkedHashMap<>(split.members());
          members.put("version", 0L);
          write(members, out);
        }
      }
    }

    private void write(Map<Object, @Nullable Object> members, ElementOutput out) {
      bytes.clear();
      type.encode(members, bytes);
      made.wrap("a split", bytes.buffer(), bytes.size());
      out.element(ByteReader.views(), made);
    }
  }
}
