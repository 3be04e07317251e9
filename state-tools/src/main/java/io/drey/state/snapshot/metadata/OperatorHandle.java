package io.drey.state.snapshot.metadata;

import java.util.List;

/** The operator state of a subtask: a file, with the offset of each element. */
public record OperatorHandle(List<Partitions> states, FileSlice file) {
  /** How a state is redistributed when the parallelism changes. */
  public enum Mode {
    SPLIT_DISTRIBUTE,
    UNION,
    BROADCAST
  }

  /** The elements of one state. */
  public record Partitions(String state, Mode mode, List<Long> offsets) {}
}
