// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.lookup;

import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import java.util.Collection;
import java.util.List;

/** What was read of the file of a table. */
final class TableContent {
  private static final int SHOWN = 3;

  private final byte[] bytes;
  private final List<FieldPath> fields;
  private final List<String> firstKeys;
  private final int rows;
  private final boolean hasTextKeys;

  TableContent(byte[] bytes, List<FieldPath> fields, Collection<String> keys) {
    this.bytes = bytes;
    this.fields = fields;
    this.rows = keys.size();
    this.firstKeys = keys.stream().limit(SHOWN).toList();
    this.hasTextKeys = keys.stream().allMatch(key -> key.startsWith("\""));
  }

  Table table(String step) {
    return new Table(bytes, step);
  }

  /** The fields that are added to events, by the indices of their columns. */
  List<FieldPath> fields() {
    return fields;
  }

  int rows() {
    return rows;
  }

  /** Its size in the job, in bytes. */
  int size() {
    return bytes.length;
  }

  /** Whether all keys are text. */
  boolean hasTextKeys() {
    return hasTextKeys;
  }

  /** Some keys, for a message. */
  String someKeys() {
    String some = String.join(", ", firstKeys.stream().map(KeyPaths::plain).toList());
    return rows > SHOWN ? some + ", …" : some;
  }
}
