// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import java.util.List;

/** Values with named parts: POJOs, records, tuples, rows. */
public interface RecordType extends ValueType {
  /** Returns the parts, in the order in which they are written. */
  List<Field> fields();
}
