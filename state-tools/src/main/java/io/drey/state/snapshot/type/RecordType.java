package io.drey.state.snapshot.type;

import java.util.List;

/** Values that are made of named parts: POJOs and records, tuples, rows. */
public interface RecordType extends ValueType {
  /** The parts, in the order in which they lie. */
  List<Field> fields();
}
