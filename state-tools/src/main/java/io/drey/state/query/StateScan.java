package io.drey.state.query;

import java.io.Serializable;
import org.apache.flink.table.types.logical.RowType;

/**
 * What a source reads.
 *
 * @param operator its hash
 * @param isKeyed whether the state belongs to keys; else to subtasks
 * @param run whose {@link Notes} it takes
 */
record StateScan(String location, String operator, String state, boolean isKeyed, String run)
    implements Serializable {
  /**
   * The part of it that is asked for.
   *
   * @param columns some of the state's
   * @param limit how many rows are wanted at most
   */
  record Part(StateScan of, RowType columns, long limit) implements Serializable {}
}
