package io.drey.state.snapshot.metadata;

import java.util.List;

/** Where a subtask's operator state lies: one file, with the offset of each element. */
public record OperatorHandle(List<Partitions> states, FileSlice file) {
  /** How a state is handed out when the parallelism changes. */
  public enum Mode {
    SPLIT_DISTRIBUTE,
    UNION,
    BROADCAST
  }

  /** One state's elements. */
  public record Partitions(String state, Mode mode, List<Long> offsets) {}
}
