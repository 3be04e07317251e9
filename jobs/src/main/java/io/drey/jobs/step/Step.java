package io.drey.jobs.step;

import java.util.List;

/** A step of a pipeline file; its options are the record's components. */
public interface Step {
  /** The named outputs besides the main one. */
  default List<String> outputs() {
    return List.of();
  }
}
