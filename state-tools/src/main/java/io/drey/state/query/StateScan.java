// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import java.io.Serializable;
import org.apache.flink.table.types.logical.RowType;

/**
 * The state that a source reads.
 *
 * @param operator the hash of the operator
 * @param isKeyed whether it is keyed state rather than operator state
 * @param run the run whose {@link Notes} it adds to
 */
record StateScan(String location, String operator, String state, boolean isKeyed, String run)
    implements Serializable {
  /**
   * The columns and rows of it that a query needs.
   *
   * @param columns the columns that the query needs
   * @param limit the greatest number of rows to read
   */
  record Part(StateScan of, RowType columns, long limit) implements Serializable {}
}
