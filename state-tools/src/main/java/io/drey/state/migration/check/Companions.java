// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.Placed;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The operators that Flink makes of a sink beside its writer, such as its committer. Their uids are
 * made of the sink's, and so change with it.
 */
record Companions(Metadata metadata, Map<OperatorSnapshot, OperatorChange> changes) {
  private static final List<String> PATTERNS =
      List.of("Sink Committer: %s", "Sink %s Global Committer");

  private static final String WRITER = "writer_raw_states";

  /** Returns the new uid of an operator that a plan does not name; null if it keeps its own. */
  @Nullable String newUid(OperatorSnapshot companion) {
    for (Map.Entry<OperatorSnapshot, OperatorChange> each : changes.entrySet()) {
      Placed<String> to = each.getValue().renameTo();
      String uid = uid(each.getKey().id(), each.getValue());
      if (to != null && uid != null && !NewId.isHash(to.value())) {
        String found = newUid(companion.id(), each.getKey(), uid, to.value());
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The uid of a renamed operator, which the plan may tell where the savepoint has its hash. */
  private static @Nullable String uid(OperatorId id, OperatorChange change) {
    if (id.uid() != null) {
      return id.uid();
    }
    String named = change.operator().value();
    return isOf(named, id) ? named : null;
  }

  private @Nullable String newUid(OperatorId id, OperatorSnapshot sink, String from, String to) {
    for (String pattern : PATTERNS) {
      if (isOf(pattern.formatted(from), id)) {
        return pattern.formatted(to);
      }
    }
    String prefix = from + ": ";
    return id.uid() != null && id.uid().startsWith(prefix) && isSink(sink, from)
        ? to + ": " + id.uid().substring(prefix.length())
        : null;
  }

  private boolean isSink(OperatorSnapshot operator, String uid) {
    boolean isWriter =
        operator.subtasks().stream()
            .map(SubtaskSnapshot::managedOperator)
            .filter(Objects::nonNull)
            .map(OperatorHandle::states)
            .flatMap(List::stream)
            .anyMatch(state -> state.state().equals(WRITER));
    return isWriter
        || PATTERNS.stream()
            .map(pattern -> pattern.formatted(uid))
            .anyMatch(
                name -> metadata.operators().stream().anyMatch(each -> isOf(name, each.id())));
  }

  private static boolean isOf(String uid, OperatorId id) {
    return OperatorId.ofUid(uid, "").hash().equals(id.hash());
  }
}
